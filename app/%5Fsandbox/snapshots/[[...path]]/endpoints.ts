import { bindQuery } from '#lib/http/body.ts';
import { problemResponse } from '#lib/http/problem-response.ts';
import { empty, json } from '#lib/http/responses.ts';
import { apiSection, endpoint } from '#lib/http/section.ts';
import { deleteSnapshot } from '#lib/sandbox/snapshots/delete-snapshot.ts';
import { listSnapshots } from '#lib/sandbox/snapshots/list-snapshots.ts';
import { restoreSnapshot } from '#lib/sandbox/snapshots/restore-snapshot.ts';
import {
  restoreDto,
  snapshotDto,
  snapshotListDto,
  snapshotParams,
  toSnapshotDto,
} from '#lib/sandbox/snapshots/schema.ts';
import { takeSnapshot } from '#lib/sandbox/snapshots/take-snapshot.ts';
import { CONTROLS_AUTH, CONTROLS_MARKER, openToChange, openToRead } from '../../../api/_sandbox/controls.ts';

const auth = CONTROLS_AUTH;
const headers = CONTROLS_MARKER;
const UNKNOWN = 'There is no such snapshot (SBX-00003)';

/** All of the sandbox as it was, by name. */
export const snapshots = apiSection({
  base: '/_sandbox/snapshots',
  title: 'Sandbox controls',
  onError: problemResponse,
  endpoints: [
    endpoint(
      'GET',
      '',
      { summary: 'The snapshots of the sandbox, by name', auth, answer: snapshotListDto },
      async ({ request }) => json({ snapshots: (await listSnapshots(openToRead(request))).map(toSnapshotDto) }),
    ),
    endpoint(
      'PUT',
      '{name}',
      {
        summary: 'Take a snapshot of data and clock, in the place of one of the same name',
        auth,
        headers,
        answer: snapshotDto,
        responses: {
          409: 'There are as many snapshots as there may be (SBX-00004), or too many rows for one (SBX-00006)',
        },
      },
      async ({ request, params }) => {
        const controls = openToChange(request);
        const { name } = bindQuery(snapshotParams, params);
        return json(toSnapshotDto(await takeSnapshot(controls, name)));
      },
    ),
    endpoint(
      'POST',
      '{name}/restore',
      {
        summary: 'Put data and clock back to where they were when the snapshot was taken; nobody is logged in',
        auth,
        headers,
        answer: restoreDto,
        responses: { 404: UNKNOWN, 409: 'Another version, with other tables, has taken the snapshot (SBX-00005)' },
      },
      async ({ request, params }) => {
        const controls = openToChange(request);
        const { name } = bindQuery(snapshotParams, params);
        const { now, durationMs } = await restoreSnapshot(controls, name);
        return json({ name, now: now.toISOString(), durationMs });
      },
    ),
    endpoint(
      'DELETE',
      '{name}',
      {
        summary: 'Delete a snapshot; the sandbox stays as it is',
        auth,
        headers,
        answer: 'nothing',
        responses: { 204: 'It is gone', 404: UNKNOWN },
      },
      async ({ request, params }) => {
        const controls = openToChange(request);
        await deleteSnapshot(controls, bindQuery(snapshotParams, params).name);
        return empty(204);
      },
    ),
  ],
});

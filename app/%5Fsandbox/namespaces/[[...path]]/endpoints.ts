import { bindQuery, readOptionalJson } from '#lib/http/body.ts';
import { problemResponse } from '#lib/http/problem-response.ts';
import { empty, json } from '#lib/http/responses.ts';
import { apiSection, endpoint } from '#lib/http/section.ts';
import { createNamespace } from '#lib/sandbox/namespaces/create-namespace.ts';
import { deleteNamespace } from '#lib/sandbox/namespaces/delete-namespace.ts';
import { listNamespaces } from '#lib/sandbox/namespaces/list-namespaces.ts';
import {
  createdNamespaceDto,
  namespaceBody,
  namespaceListDto,
  namespaceParams,
  toCreatedDto,
  toNamespaceDto,
} from '#lib/sandbox/namespaces/schema.ts';
import { CONTROLS_AUTH, CONTROLS_MARKER, openToChange, openToRead } from '../../../api/_sandbox/controls.ts';

const auth = CONTROLS_AUTH;
const headers = CONTROLS_MARKER;

/** Organisations, people and clients that belong to one test worker each. */
export const namespaces = apiSection({
  base: '/_sandbox/namespaces',
  title: 'Sandbox controls',
  onError: problemResponse,
  endpoints: [
    endpoint(
      'GET',
      '',
      { summary: 'The namespaces of test workers, by name, without their keys', auth, answer: namespaceListDto },
      async ({ request }) => json({ namespaces: (await listNamespaces(openToRead(request))).map(toNamespaceDto) }),
    ),
    endpoint(
      'POST',
      '',
      {
        summary: 'Make a vendor, its client and system, a customer and an accountant that nobody else touches',
        auth,
        headers,
        body: namespaceBody,
        bodyExample: { name: 'worker-1' },
        answer: createdNamespaceDto,
        responses: {
          201: 'Made, with the private key, which is shown this once',
          409: 'The name is taken (SBX-00007), or there are as many as there may be (SBX-00009)',
        },
      },
      async ({ request }) => {
        const controls = openToChange(request);
        const { name } = await readOptionalJson(request, namespaceBody);
        return json(toCreatedDto(await createNamespace(controls, name)), 201);
      },
    ),
    endpoint(
      'DELETE',
      '{name}',
      {
        summary: 'End a namespace: its client gets no more tokens, its name is free, and what was done in it stays',
        auth,
        headers,
        answer: 'nothing',
        responses: { 204: 'It has ended', 404: 'There is no such namespace (SBX-00008)' },
      },
      async ({ request, params }) => {
        const controls = openToChange(request);
        await deleteNamespace(controls, bindQuery(namespaceParams, params).name);
        return empty(204);
      },
    ),
  ],
});

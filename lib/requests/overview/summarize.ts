import type { Db } from '#db/open.ts';
import { env } from '../../config/env.ts';
import { findOrganisationNames } from '../../parties/find-party.ts';
import { findSystems } from '../../register/find-system.ts';
import type { Texts } from '../../register/model.ts';
import { findSystemUsers } from '../../systemusers/find-system-user.ts';
import { forwardsOf } from '../forwarding/forwards-of.ts';
import type { Forward } from '../forwarding/model.ts';
import type { LetterState, Obstacle } from '../letter/model.ts';
import { findObstacle, letterStateOf } from '../letter/state.ts';
import { type AnyRequest, deadlineOf } from '../model.ts';

/** A request as lists show it. */
export type RequestSummary = {
  readonly request: AnyRequest;
  readonly state: Exclude<LetterState, 'blocked'>;
  /** Why nobody can say yes to a request that waits. */
  readonly obstacle: Obstacle | undefined;
  readonly systemName: Texts;
  readonly vendor: { readonly orgNo: string; readonly name: string };
  readonly organisation: { readonly orgNo: string; readonly name: string };
  readonly deadline: Date;
  /** Who has sent it on, earliest first. */
  readonly forwards: readonly Forward[];
};

/** Completes requests with names and states; what they name is looked up together. */
export async function summarize(
  db: Db,
  requests: readonly AnyRequest[],
  now: Date,
): Promise<readonly RequestSummary[]> {
  const ids = requests.map((request) => request.id);
  const forwards = Map.groupBy(await forwardsOf(db, ids), (forward) => forward.requestId);
  const systems = await findSystems(
    db,
    requests.map((request) => request.systemInternalId),
  );
  const names = await findOrganisationNames(
    db,
    requests.flatMap(({ vendorOrgNo, partyOrgNo }) => [vendorOrgNo, partyOrgNo]),
  );
  const users = await findSystemUsers(db, requests.map(userIdOf));
  const named = (orgNo: string) => ({ orgNo, name: names.get(orgNo) ?? orgNo });
  const summaries: RequestSummary[] = [];
  for (const request of requests) {
    const systemUser = users.get(userIdOf(request));
    const system = systems.get(request.systemInternalId);
    const state = letterStateOf(request, systemUser, now);
    const { systemId: id } = request;
    summaries.push({
      request,
      state,
      obstacle: state === 'waiting' ? await findObstacle(db, { request, system, systemUser }) : undefined,
      systemName: system?.name ?? { nb: id, nn: id, en: id },
      vendor: named(request.vendorOrgNo),
      organisation: named(request.partyOrgNo),
      deadline: deadlineOf(request, env().REQUEST_EXPIRY_DAYS),
      forwards: forwards.get(request.id) ?? [],
    });
  }
  return summaries;
}

/** The system user that comes of a request, or that it changes. */
function userIdOf(request: AnyRequest): string {
  return request.kind === 'change' ? request.systemUserId : request.id;
}

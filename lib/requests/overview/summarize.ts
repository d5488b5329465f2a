import type { Db } from '#db/open.ts';
import { env } from '../../config/env.ts';
import { findOrganisation } from '../../parties/find-party.ts';
import { findSystem } from '../../register/find-system.ts';
import type { Texts } from '../../register/model.ts';
import { findSystemUser } from '../../systemusers/find-system-user.ts';
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

/** Completes requests with names and states; each system and organisation is looked up once. */
export async function summarize(
  db: Db,
  requests: readonly AnyRequest[],
  now: Date,
): Promise<readonly RequestSummary[]> {
  const forwards = Map.groupBy(
    await forwardsOf(
      db,
      requests.map((request) => request.id),
    ),
    (forward) => forward.requestId,
  );
  const nameOf = once(async (orgNo: string) => (await findOrganisation(db, orgNo))?.name ?? orgNo);
  const systemOf = once(async (internalId: string) => findSystem(db, { internalId }));
  const summaries: RequestSummary[] = [];
  for (const request of requests) {
    const userId = request.kind === 'change' ? request.systemUserId : request.id;
    const isAboutOne = request.status === 'Accepted' || request.kind === 'change';
    const systemUser = isAboutOne ? await findSystemUser(db, userId) : undefined;
    const system = await systemOf(request.systemInternalId);
    const state = letterStateOf(request, systemUser, now);
    const { systemId: id } = request;
    summaries.push({
      request,
      state,
      obstacle: state === 'waiting' ? await findObstacle(db, { request, system, systemUser }) : undefined,
      systemName: system?.name ?? { nb: id, nn: id, en: id },
      vendor: { orgNo: request.vendorOrgNo, name: await nameOf(request.vendorOrgNo) },
      organisation: { orgNo: request.partyOrgNo, name: await nameOf(request.partyOrgNo) },
      deadline: deadlineOf(request, env().REQUEST_EXPIRY_DAYS),
      forwards: forwards.get(request.id) ?? [],
    });
  }
  return summaries;
}

function once<Value>(read: (key: string) => Promise<Value>): (key: string) => Promise<Value> {
  const known = new Map<string, Promise<Value>>();
  return (key) => {
    const value = known.get(key) ?? read(key);
    known.set(key, value);
    return value;
  };
}

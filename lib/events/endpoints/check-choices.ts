import type { Db } from '#db/open.ts';
import { findSystemIdsOf } from '../../register/find-system.ts';
import { parseTarget, reachOf } from '../address.ts';
import { EVENT_TYPES, type EventType } from '../model.ts';
import { eventProblem } from '../problems.ts';
import type { EndpointChoices } from './model.ts';

/** What a vendor chooses, as it came. */
export type GivenChoices = {
  readonly url: string;
  readonly eventTypes: readonly string[];
  readonly systemIds: readonly string[];
};

/** Checks what a vendor chooses. @throws ProblemError 400 `webhook_url`, `webhook_type`, `webhook_system` */
export async function checkChoices(db: Db, vendorOrgNo: string, given: GivenChoices): Promise<EndpointChoices> {
  const url = parseTarget(given.url, reachOf());
  if (!url) throw eventProblem('webhook_url', 'url');
  const eventTypes = [...new Set(given.eventTypes)];
  if (!eventTypes.every(isEventType)) throw eventProblem('webhook_type', 'event_types');
  const systemIds = [...new Set(given.systemIds)];
  const own = await findSystemIdsOf(db, vendorOrgNo, systemIds);
  if (!systemIds.every((id) => own.has(id))) throw eventProblem('webhook_system', 'system_ids');
  return { url: url.href, eventTypes, systemIds };
}

function isEventType(text: string): text is EventType {
  return EVENT_TYPES.some((type) => type === text);
}

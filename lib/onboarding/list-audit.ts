import { type Column, eq, inArray, or, type SQL, sql } from 'drizzle-orm';
import type { Db } from '#db/open.ts';
import { type Activity, type ActivityPage, listTrail, type TrailQuery } from '../audit/list-activity.ts';
import type { Context } from '../context/context.ts';
import { assertOperatorPerson } from '../maskinporten/administration/authority.ts';
import { findOrganisationNames, findPartyNames, orgNosLike } from '../parties/find-party.ts';

/** How many organisations are looked for one by one. */
const FEW = 10;

/** A page of the trail with the names of the organisations and people in it, by number and by party uuid. */
export type AuditPage = ActivityPage & { readonly names: ReadonlyMap<string, string> };

/**
 * Lists the whole audit trail for the operator's people, newest first.
 * @param query.party only what concerns organisations with this in their name or at the front of their number, on whatever
 *   side; '' is everybody
 * @throws BareError 401, 403
 */
export async function listAudit(
  context: Context,
  query: TrailQuery & { readonly party?: string } = {},
): Promise<AuditPage> {
  await assertOperatorPerson(context);
  const { db } = context;
  const { items, next } = await listTrail(db, query.party ? await concerning(db, query.party) : [undefined], query);
  const names = new Map([
    ...(await findOrganisationNames(db, items.flatMap(orgNosIn))),
    ...(await findPartyNames(
      db,
      items.filter(isAboutParty).map(({ subjectId }) => subjectId),
    )),
  ]);
  return {
    items: items.map((event) => ({ ...event, actorName: names.get(event.actorName) ?? event.actorName })),
    next,
    names,
  };
}

/**
 * The conditions to concern organisations of that name or number. Few are asked for one by one, since an index leads to the
 * newest events of each; of many, the trail itself soon has a page, and an index would only be in the way.
 */
async function concerning(db: Db, party: string): Promise<readonly (SQL | undefined)[]> {
  const { partyOrgNo, vendorOrgNo, ownerOrgNo, onBehalfOf } = db.tables.auditEvents;
  const sides = [partyOrgNo, vendorOrgNo, ownerOrgNo, onBehalfOf];
  const found = await orgNosLike(db, party).limit(FEW + 1);
  if (found.length > FEW) return [or(...sides.map((side) => inArray(unindexed(side), orgNosLike(db, party))))];
  return found.flatMap(({ orgNo }) => sides.map((side) => eq(side, orgNo ?? '')));
}

function unindexed(column: Column): SQL {
  return sql`coalesce(${column}, '')`;
}

/** Every organisation number in an event: its sides, a machine that did it, and an organisation that it is about. */
function orgNosIn(event: Activity): readonly string[] {
  const { partyOrgNo, vendorOrgNo, ownerOrgNo, onBehalfOf, actorKind, actorName, subjectType, subjectId } = event;
  const sides = [partyOrgNo, vendorOrgNo, ownerOrgNo, onBehalfOf].filter((orgNo) => orgNo !== undefined);
  const machine = actorKind === 'organisation' ? [actorName] : [];
  const subject = ['agreement', 'organisation', 'party'].includes(subjectType) ? [subjectId] : [];
  return [...sides, ...machine, ...subject];
}

function isAboutParty({ subjectType }: Activity): boolean {
  return subjectType === 'party';
}

import type { Db } from '#db/open.ts';
import type { Context } from '#lib/context/context.ts';
import { DAY_MS } from '#lib/kernel/durations.ts';
import { findOrganisation, findPerson } from '#lib/parties/find-party.ts';
import { ORG } from './story.ts';

/** Who does something in the story, so many days before it begins. */
export type Cast = {
  /** The machine of SmartCloud AS unless another vendor is named. */
  readonly vendor: (daysAgo: number, orgNo?: string) => Context;
  readonly person: (personNo: string, daysAgo: number) => Promise<Context>;
  readonly partyOf: (orgNo: string) => Promise<{ partyId: number }>;
};

/** The people and machines of the story; `vendor` is the machine of SmartCloud AS when the story begins. */
export function castOf(vendor: Context): Cast {
  const before = (daysAgo: number) => new Date(vendor.now.getTime() - daysAgo * DAY_MS);
  return {
    vendor: (daysAgo, orgNo) => ({
      ...vendor,
      now: before(daysAgo),
      actor: vendor.actor.kind === 'organisation' && orgNo ? { ...vendor.actor, orgNo } : vendor.actor,
    }),
    person: (personNo, daysAgo) => personAt(vendor.db, personNo, before(daysAgo)),
    partyOf: async (orgNo) => ({ partyId: (await findOrganisation(vendor.db, orgNo))?.partyId ?? 0 }),
  };
}

/** A vendor's machine at an instant, for what the vendor itself would have done; SmartCloud AS unless another is named. */
export function vendorAt(tx: Db, at: Date, orgNo: string = ORG.smartCloud): Context {
  return {
    db: tx,
    now: at,
    actor: {
      kind: 'organisation',
      orgNo,
      scopes: new Set([
        'altinn:authentication/systemregister.write',
        'altinn:authentication/systemuser.request.write',
        'altinn:authentication/systemuser.request.read',
      ]),
      prefixes: [],
      exchanged: false,
    },
  };
}

async function personAt(db: Db, personNo: string, now: Date): Promise<Context> {
  const person = await findPerson(db, { personNo });
  if (!person) throw new Error('The story names a person that is not in the register.');
  return {
    db,
    now,
    actor: {
      kind: 'person',
      partyUuid: person.uuid,
      partyId: person.partyId,
      userId: person.userId,
      name: person.name,
      authenticationLevel: 3,
      scopes: new Set(['altinn:portal/enduser']),
    },
  };
}

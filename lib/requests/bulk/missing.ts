import { and, eq, exists, gte, not, notExists, or, type SQL, sql } from 'drizzle-orm';
import { holds } from '#db/conditions.ts';
import type { Db } from '#db/open.ts';
import { env } from '../../config/env.ts';
import type { Context } from '../../context/context.ts';
import { DAY_MS } from '../../kernel/durations.ts';
import { findSystemContents } from '../../register/find-system.ts';
import { findResources } from '../../resources/find-resource.ts';
import { parseAppId } from '../../resources/model.ts';
import { readNeeds } from '../../systemusers/customers/read-needs.ts';
import type { SystemUserType } from '../../systemusers/model.ts';

/**
 * A need as the database reads it: its id, the name that stands for it where an app is named in two parts, and whether
 * the customer could say yes to it.
 */
type Need = readonly [id: string, part: string, answer: 'possible' | 'impossible'];

/** What a system needs of one kind of system user. */
type Kind = readonly [systemInternalId: string, userType: SystemUserType, needs: readonly Need[]];

/**
 * Makes the query for a vendor's customers that miss something: the system user's id, whether it can be asked for
 * (`canBeAsked`, 1 or 0) and whether a search finds it (`isFound`). Trusts its caller.
 * @param needs of `readNeedsOf`
 */
export function missingOf({ db, now }: Pick<Context, 'db' | 'now'>, needs: string, found?: SQL) {
  const { systemUsers } = db.tables;
  const kinds = sql`${db.elements(needs)} kind`;
  const flag = (condition: SQL) => sql<number>`case when ${condition} then 1 else 0 end`.mapWith(Number);
  const query = db
    .select({
      id: systemUsers.id,
      createdAt: systemUsers.createdAt,
      canBeAsked: flag(lacks(db, notAsked(db, now))).as('can_be_asked'),
      isFound: flag(found ?? sql`1 = 1`).as('is_found'),
    })
    .from(kinds)
    .innerJoin(
      systemUsers,
      and(
        sql`${systemUsers.systemInternalId} = kind.value ->> 0`,
        sql`${systemUsers.userType} = kind.value ->> 1`,
        eq(systemUsers.isDeleted, false),
      ),
    )
    .where(lacks(db))
    // SQLite works a query with a limit out once, however often it is named.
    .limit(Number.MAX_SAFE_INTEGER);
  return db.$with('missing').as(query);
}

/**
 * Works out what a vendor's systems need of each kind of system user, as JSON for the database: so the rule stands in one
 * place, and the comparing is done where the rows are.
 */
export async function readNeedsOf(db: Db, vendorOrgNo: string): Promise<string> {
  const systems = await findSystemContents(db, vendorOrgNo);
  const neededBy = await readNeeds(db, systems);
  const kinds = systems.flatMap(({ internalId, ...system }) =>
    (['standard', 'agent'] as const).map((userType) => ({ internalId, userType, needed: neededBy(userType, system) })),
  );
  const services = await findResources(
    db,
    kinds.flatMap(({ needed }) => needed.rights),
  );
  const lines = kinds.flatMap(({ internalId, userType, needed: { rights, packages } }) => {
    const isOpen = (id: string) => userType === 'standard' && (services.get(id)?.delegable ?? packages.includes(id));
    const needs = [...rights, ...packages].map((id) => toNeed(id, isOpen(id)));
    return needs.length === 0 ? [] : [[internalId, userType, needs] satisfies Kind];
  });
  return JSON.stringify(lines);
}

function toNeed(id: string, isOpen: boolean): Need {
  return [id, parseAppId(id)?.app ?? id, isOpen ? 'possible' : 'impossible'];
}

/** The condition on a system user to lack something it needs, that something further is true of. */
function lacks(db: Db, further?: SQL): SQL {
  const { systemUsers, systemUserRights, systemUserPackages } = db.tables;
  return exists(
    db
      .select({ one: sql`1` })
      .from(sql`${db.elements(sql`kind.value -> 2`)} need`)
      .where(
        and(
          notExists(
            db
              .select({ one: sql`1` })
              .from(systemUserRights)
              .where(
                and(
                  eq(systemUserRights.systemUserId, systemUsers.id),
                  eq(systemUserRights.resourceId, sql`need.value ->> 0`),
                ),
              ),
          ),
          notExists(
            db
              .select({ one: sql`1` })
              .from(systemUserPackages)
              .where(
                and(
                  eq(systemUserPackages.systemUserId, systemUsers.id),
                  eq(systemUserPackages.packageUrn, sql`need.value ->> 0`),
                ),
              ),
          ),
          further,
        ),
      ),
  );
}

/** That the customer could say yes to the need, and that no change which it can still answer names it. */
function notAsked(db: Db, now: Date): SQL | undefined {
  const { changeRequests: asked, systemUsers } = db.tables;
  const answerableSince = new Date(now.getTime() - env().REQUEST_EXPIRY_DAYS * DAY_MS);
  const need = sql`(need.value ->> 0)`;
  const isAsked = exists(
    db
      .select({ one: sql`1` })
      .from(asked)
      .where(
        and(
          eq(asked.systemUserId, systemUsers.id),
          eq(asked.status, 'New'),
          not(asked.isDeleted),
          gte(asked.createdAt, answerableSince),
          or(
            holds(asked.requiredRights, need),
            holds(asked.requiredRights, sql`(need.value ->> 1)`),
            holds(asked.requiredAccessPackages, need),
          ),
        ),
      ),
  );
  return and(sql`need.value ->> 2 = 'possible'`, not(isAsked));
}

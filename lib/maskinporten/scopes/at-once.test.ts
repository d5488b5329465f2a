import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { env } from '../../config/env.ts';
import { anAdministration, anAdministrator } from '../../testing/administration.ts';
import { as, TEST_NOW } from '../../testing/context.ts';
import { anOrgNo } from '../../testing/parties.ts';
import { ENGINES } from '../../testing/test-database.ts';
import { storePrefix } from '../prefixes/find-prefix.ts';
import { updatePrefix } from '../prefixes/update-prefix.ts';
import { selectAccesses } from './access-store.ts';
import { createScope } from './create-scope.ts';
import { findScope } from './find-scope.ts';
import { giveAccess } from './give-access.ts';
import { defaultScopeSettings } from './model.ts';
import { requestAccess } from './request-access.ts';

/** Enough for two that run at once to meet in every order. */
const ROUNDS = 5;

describe.each(ENGINES)('at the same moment on %s', (engine) => {
  let story: Awaited<ReturnType<typeof anAdministration>>;

  beforeAll(async () => {
    story = await anAdministration(engine);
  });

  const by = (actor: Parameters<typeof as>[1]) => as({ db: story.db, now: TEST_NOW }, actor);
  const create = (prefix: string, subscope: string) =>
    createScope(by(story.as), {
      prefix,
      subscope,
      active: undefined,
      addsConsumerPrefix: undefined,
      settings: defaultScopeSettings('En tjeneste'),
    });

  it('access is asked for again and again, and given: it stays given, and was asked for once at most', async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const { name: scope } = await create(story.prefix, `asked${round}`);
      const ask = () => requestAccess(by(story.asOther), { scope });
      const give = () => giveAccess(by(story.as), { scope, consumerOrgNo: story.other });
      await Promise.all([ask(), ask(), give(), ask(), ask()]);
      expect(await selectAccesses(story.db, { scopes: [scope] })).toMatchObject([{ state: 'APPROVED' }]);
      const { auditEvents } = story.db.tables;
      const audited = await story.db.select().from(auditEvents).where(eq(auditEvents.subjectId, scope));
      expect(audited.filter(({ action }) => action === 'scope-access.requested').length).toBeLessThan(2);
    }
  });

  it('a scope is created and its prefix moves: the scope follows, or is refused', async () => {
    const operator = anAdministrator(env().OPERATOR_ORG_NO, 'idporten:scopes.admin');
    for (let round = 0; round < ROUNDS; round += 1) {
      const prefix = `moved${anOrgNo()}`;
      await story.db.transaction((tx) => storePrefix(tx, { prefix, ownerOrgNo: story.owner, at: TEST_NOW }));
      const [created] = await Promise.allSettled([
        create(prefix, 'thing'),
        updatePrefix(by(operator), { prefix, ownerOrgNo: story.other, active: undefined }),
      ]);
      if (created.status === 'rejected') expect(created.reason).toMatchObject({ code: 'prefix_not_yours' });
      const scope = await findScope(story.db, `${prefix}:thing`);
      expect(scope?.ownerOrgNo).toBe(created.status === 'fulfilled' ? story.other : undefined);
    }
  });
});

import { describe, expect, it } from 'vitest';
import { endSystemUser } from '../systemusers/end-system-user.ts';
import { anOrganisationActor, as, TEST_NOW } from '../testing/context.ts';
import { aClientWithKey, aGrant, anAccess, aScope, aSystemUserDetail, ask } from '../testing/maskinporten.ts';
import { anOrganisation } from '../testing/parties.ts';
import { aSystem, aSystemUser, suspendAsOwner } from '../testing/systems.ts';
import { ENGINES, openTestDatabase } from '../testing/test-database.ts';
import { explainToken } from './explain-token.ts';

describe.each(ENGINES)('explaining a token on %s', (engine) => {
  it('says of a system user whether it may act, is suspended or has ended', async () => {
    const { db } = await openTestDatabase(engine);
    const client = await aClientWithKey(db);
    await anAccess(db, await aScope(db), client.orgNo);
    const party = await anOrganisation(db);
    const system = await aSystem(db, { vendorOrgNo: client.orgNo, clientIds: [client.clientId] });
    const user = await aSystemUser(db, { system, party });
    const authorization_details = [aSystemUserDetail(party.orgNo)];
    const { granted } = await ask({ db, now: TEST_NOW }, aGrant(client, { claims: { authorization_details } }));
    const actor = anOrganisationActor({ orgNo: client.orgNo, scopes: new Set(['idporten:dcr.read']) });
    const explain = () => explainToken(as({ db, now: TEST_NOW }, actor), granted?.token ?? '');
    const check = (outcome: string) => expect.arrayContaining([{ check: 'system-user', outcome }]);

    expect(await explain()).toEqual({ checks: check('passed'), systemUserId: user.id, isSuspended: false });
    const resume = await suspendAsOwner(db, user);
    expect(await explain()).toEqual({ checks: check('failed'), systemUserId: undefined, isSuspended: true });
    await resume();
    expect(await explain()).toMatchObject({ systemUserId: user.id, isSuspended: false });
    await db.transaction((tx) => endSystemUser(tx, { id: user.id, at: TEST_NOW, byName: 'PIA' }));
    expect(await explain()).toEqual({ checks: check('failed'), systemUserId: undefined, isSuspended: false });
  });
});

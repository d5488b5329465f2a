import { beforeAll, describe, expect, it } from 'vitest';
import type { Context, OrganisationActor } from '../../context/context.ts';
import { DAY_MS } from '../../kernel/durations.ts';
import { ProblemError } from '../../kernel/errors.ts';
import { anAdministration, anAdministrator } from '../../testing/administration.ts';
import { aCertificate, toPem, toX5c } from '../../testing/certificates.ts';
import { TEST_NOW } from '../../testing/context.ts';
import { aKey, aPublicJwk } from '../../testing/maskinporten.ts';
import { anOrgNo } from '../../testing/parties.ts';
import { ENGINES } from '../../testing/test-database.ts';
import { createClient } from '../clients/create-client.ts';
import { clientBody } from '../clients/schema.ts';
import { deleteKey, deleteKeySet } from './delete-keys.ts';
import { findClientKeys } from './find-client-keys.ts';
import { putKey } from './put-key.ts';
import { readKey } from './read-keys.ts';
import { registerKeyText } from './register-key-text.ts';
import { replaceKeySet } from './replace-key-set.ts';
import { toKeyDto } from './schema.ts';

const YEAR_LATER = new Date(TEST_NOW.getTime() + 365 * DAY_MS);
const later = (days: number) => new Date(TEST_NOW.getTime() + days * DAY_MS);
const seconds = (at: Date) => Math.floor(at.getTime() / 1000);

async function refusal(work: Promise<unknown>): Promise<string | undefined> {
  const error = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (error === undefined) return undefined;
  return error instanceof ProblemError ? error.code : String(error);
}

describe.each(ENGINES)('keys of a client on %s', (engine) => {
  let home: Awaited<ReturnType<typeof anAdministration>>;
  beforeAll(async () => {
    home = await anAdministration(engine);
  });

  const at = (now: Date, actor: OrganisationActor): Context => ({ db: home.db, now, actor });
  /** An organisation of its own, because one public key may not lie on clients of two. */
  const aClient = async (orgNo = anOrgNo()) => {
    const actor = anAdministrator(orgNo);
    const { clientId } = await createClient(at(TEST_NOW, actor), clientBody.parse({ client_name: 'Test' }));
    return { orgNo, clientId, actor, context: at(TEST_NOW, actor) };
  };
  const jwkOf = (index: number, kid = `K${index}`) => aPublicJwk(aKey(kid, index));
  const forget = () => home.db.delete(home.db.tables.clientKeys);

  it('replaces the whole set, and keeps nothing that is not in it', async () => {
    const { clientId, context } = await aClient();
    await replaceKeySet(context, { clientId, keys: [jwkOf(0), jwkOf(1)] });
    const { keys } = await replaceKeySet(context, { clientId, keys: [jwkOf(1), jwkOf(2)] });
    expect(keys.map(({ kid }) => kid).sort()).toEqual(['K1', 'K2']);
    await forget();
  });

  it('gives a key a year, caps a later expiry and keeps an earlier one', async () => {
    const { clientId, context } = await aClient();
    const { keys } = await replaceKeySet(context, {
      clientId,
      keys: [
        jwkOf(0),
        { ...jwkOf(1), exp: seconds(later(4000)) },
        { ...jwkOf(2), exp: seconds(later(30)) },
        { ...jwkOf(3), exp: Number.MAX_SAFE_INTEGER },
        { ...jwkOf(4), exp: 0 },
      ],
    });
    const expiry = new Map(keys.map(({ kid, expiresAt }) => [kid, expiresAt]));
    expect(expiry.get('K0')).toEqual(YEAR_LATER);
    expect(expiry.get('K1')).toEqual(YEAR_LATER);
    expect(expiry.get('K2')).toEqual(later(30));
    expect(expiry.get('K3')).toEqual(YEAR_LATER);
    expect(expiry.get('K4')).toEqual(YEAR_LATER);
    await forget();
  });

  it('renews a key that is posted again without expiry, and prolongs nothing that is posted with the old one', async () => {
    const { clientId, context, actor } = await aClient();
    const [first] = (await replaceKeySet(context, { clientId, keys: [jwkOf(0)] })).keys;
    const inMay = at(later(180), actor);
    const asRead = { ...jwkOf(0), exp: seconds(YEAR_LATER), created: 'x', last_updated: 'y' };
    const [kept] = (await replaceKeySet(inMay, { clientId, keys: [asRead] })).keys;
    expect(kept).toMatchObject({ expiresAt: YEAR_LATER, createdAt: first?.createdAt });
    const [renewed] = (await replaceKeySet(inMay, { clientId, keys: [jwkOf(0)] })).keys;
    expect(renewed).toMatchObject({ expiresAt: later(180 + 365), createdAt: first?.createdAt });
    await forget();
  });

  it('lets an expired key stay when the whole set is posted back, but takes no new one', async () => {
    const { clientId, context, actor } = await aClient();
    const exp = seconds(later(10));
    await replaceKeySet(context, { clientId, keys: [{ ...jwkOf(0), exp }] });
    const inApril = at(later(120), actor);
    const { keys } = await replaceKeySet(inApril, { clientId, keys: [{ ...jwkOf(0), exp }, jwkOf(1)] });
    expect(keys).toHaveLength(2);
    expect(await refusal(putKey(inApril, { clientId, kid: 'K2', jwk: { ...jwkOf(2), exp } }))).toBe('invalid_key');
    await forget();
  });

  it.each(['2030-01-01', 1.5, -1, Number.NaN, 1e300])('refuses the expiry %s', async (exp) => {
    const { clientId, context } = await aClient();
    expect(await refusal(replaceKeySet(context, { clientId, keys: [{ ...jwkOf(0), exp }] }))).toBe('invalid_key');
  });

  it('A28 refuses a sixth key, a thousand, and two with one kid, and changes nothing', async () => {
    const { clientId, context } = await aClient();
    const five = [0, 1, 2, 3, 4].map((index) => jwkOf(index));
    await replaceKeySet(context, { clientId, keys: five });
    expect(await refusal(putKey(context, { clientId, kid: 'K5', jwk: jwkOf(5) }))).toBe('too_many_keys');
    expect(await refusal(replaceKeySet(context, { clientId, keys: [...five, jwkOf(5)] }))).toBe('too_many_keys');
    const thousand = Array.from({ length: 1000 }, (_, index) => ({ ...jwkOf(0), kid: `k${index}` }));
    expect(await refusal(replaceKeySet(context, { clientId, keys: thousand }))).toBe('too_many_keys');
    const twins = [jwkOf(0, 'same'), jwkOf(1, 'same')];
    expect(await refusal(replaceKeySet(context, { clientId, keys: twins }))).toBe('duplicate_kid');
    expect(await findClientKeys(home.db, clientId)).toHaveLength(5);
    await forget();
  });

  it('A28 refuses a private key, keeps nothing of the request, and says that the key is compromised', async () => {
    const { clientId, context } = await aClient();
    const secret = aKey('P', 1).privateKey.export({ format: 'jwk' });
    const work = replaceKeySet(context, { clientId, keys: [jwkOf(0), { ...secret, kid: 'P', use: 'sig' }] });
    await expect(work).rejects.toThrow('must be considered compromised');
    expect(await findClientKeys(home.db, clientId)).toEqual([]);
    const audit = JSON.stringify(await home.db.select().from(home.db.tables.auditEvents));
    expect(audit).not.toContain(secret.d);
  });

  it('A28 stores and shows public members only', async () => {
    const { clientId, context } = await aClient();
    const { key } = await putKey(context, { clientId, kid: 'K0', jwk: { ...jwkOf(0), note: 'mine', key_ops: [] } });
    expect(Object.keys(toKeyDto(key)).sort()).toEqual(
      ['alg', 'created', 'e', 'exp', 'kid', 'kty', 'last_updated', 'n', 'use'].sort(),
    );
    await forget();
  });

  it('adds, renews and removes one key, and leaves the others alone', async () => {
    const { clientId, context } = await aClient();
    await putKey(context, { clientId, kid: 'K0', jwk: jwkOf(0) });
    await putKey(context, { clientId, kid: 'K1', jwk: { ...jwkOf(1), kid: undefined } });
    await putKey(context, { clientId, kid: 'K1', jwk: jwkOf(2, 'K1') });
    expect((await readKey(context, { clientId, kid: 'K1' })).key.jwk.n).toBe(jwkOf(2).n);
    await deleteKey(context, { clientId, kid: 'K0' });
    expect((await findClientKeys(home.db, clientId)).map(({ kid }) => kid)).toEqual(['K1']);
    expect(await refusal(deleteKey(context, { clientId, kid: 'K0' }))).toBe('key_not_found');
    expect(await refusal(readKey(context, { clientId, kid: 'K0' }))).toBe('key_not_found');
    expect(await refusal(putKey(context, { clientId, kid: 'K3', jwk: jwkOf(3, 'other') }))).toBe('invalid_key');
    await deleteKeySet(context, { clientId });
    expect(await findClientKeys(home.db, clientId)).toEqual([]);
    await deleteKeySet(context, { clientId });
  });

  it('refuses a public key that lies on a client of another organisation, and takes it on the own one', async () => {
    const mine = await aClient();
    const mySecond = await aClient(mine.orgNo);
    const theirs = await aClient();
    await putKey(mine.context, { clientId: mine.clientId, kid: 'K0', jwk: jwkOf(0) });
    const own = { clientId: mySecond.clientId, kid: 'K0', jwk: jwkOf(0) };
    expect(await refusal(putKey(mySecond.context, own))).toBeUndefined();
    const foreign = { clientId: theirs.clientId, kid: 'other-name', jwk: jwkOf(0, 'other-name') };
    expect(await refusal(putKey(theirs.context, foreign))).toBe('key_in_use');
    await forget();
  });

  it('gives a public key that two organisations add at once to one of them', async () => {
    const both = await Promise.all([aClient(), aClient()]);
    const added = both.map(({ context, clientId }) => refusal(putKey(context, { clientId, kid: 'K0', jwk: jwkOf(0) })));
    expect((await Promise.all(added)).sort()).toEqual(['key_in_use', undefined]);
    await forget();
  });

  it('loses none of five keys that are added at the same time', async () => {
    const { clientId, context } = await aClient();
    await Promise.all(
      [0, 1, 2, 3, 4].map((index) => putKey(context, { clientId, kid: `K${index}`, jwk: jwkOf(index) })),
    );
    expect(await findClientKeys(home.db, clientId)).toHaveLength(5);
    await forget();
  });

  it('refuses a set that is meant for another version', async () => {
    const { clientId, context } = await aClient();
    const { client } = await replaceKeySet(context, { clientId, keys: [jwkOf(0)] });
    const ifMatch = `"${client.version}"`;
    const changed = await replaceKeySet(context, { clientId, keys: [jwkOf(1)], ifMatch });
    expect(changed.client.version).toBe(client.version + 1);
    expect(await refusal(replaceKeySet(context, { clientId, keys: [jwkOf(2)], ifMatch }))).toBe('version_conflict');
    expect(await refusal(deleteKeySet(context, { clientId, ifMatch }))).toBe('version_conflict');
    await forget();
  });

  it('names a pasted key by its thumbprint, and finds it again when it is pasted again', async () => {
    const { clientId, context } = await aClient();
    const text = aKey('x', 0).publicKey.export({ type: 'spki', format: 'pem' }).toString();
    const { key } = await registerKeyText(context, { clientId, text });
    expect(key.kid).toBe(key.thumbprint);
    await registerKeyText(context, { clientId, text: JSON.stringify({ ...jwkOf(0), kid: undefined }) });
    await registerKeyText(context, { clientId, text: JSON.stringify(jwkOf(1, 'named')) });
    const kids = (await findClientKeys(home.db, clientId)).map(({ kid }) => kid);
    expect(kids.sort()).toEqual([key.kid, 'named'].sort());
    await forget();
  });

  it('binds a key to its certificate: the organisation in it, and its end', async () => {
    const { clientId, context, orgNo } = await aClient();
    const issued = (organisation: string, validTo = later(20)) =>
      aCertificate({ commonName: 'Own', organizationIdentifier: `NTRNO-${organisation}` }, aKey(), undefined, {
        validTo,
      });
    const { key } = await registerKeyText(context, { clientId, text: toPem(issued(orgNo)) });
    expect(key.expiresAt).toEqual(later(20));
    expect(key.jwk.x5c).toHaveLength(1);
    const foreign = { ...jwkOf(0, 'K9'), x5c: toX5c(issued(anOrgNo())) };
    expect(await refusal(putKey(context, { clientId, kid: 'K9', jwk: foreign }))).toBe('invalid_key');
    const ended = { ...jwkOf(0, 'K9'), x5c: toX5c(issued(orgNo, later(-1))) };
    expect(await refusal(putKey(context, { clientId, kid: 'K9', jwk: ended }))).toBe('invalid_key');
    await forget();
  });

  it('records every change with the keys before and after', async () => {
    const { clientId, context } = await aClient();
    await replaceKeySet(context, { clientId, keys: [jwkOf(0)] });
    const events = await home.db.select().from(home.db.tables.auditEvents);
    const event = events.find((row) => row.subjectId === clientId && row.action === 'client-keys.changed');
    expect(event).toMatchObject({ before: [], after: [{ kid: 'K0' }] });
    await forget();
  });
});

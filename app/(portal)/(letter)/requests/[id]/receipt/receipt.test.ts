import { renderToReadableStream } from 'react-dom/server';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { now } from '#lib/context/clock.ts';
import type { PersonActor } from '#lib/context/context.ts';
import { replaceDatabase } from '#lib/context/database.ts';
import { DAY_MS } from '#lib/kernel/durations.ts';
import { forwardRequest, remindRequest } from '#lib/requests/forwarding/forward-request.ts';
import type { AnyRequest } from '#lib/requests/model.ts';
import { rejectRequest } from '#lib/requests/reject-request.ts';
import { encodeSessionId } from '#lib/session/cookie.ts';
import { startSession } from '#lib/session/start-session.ts';
import { as } from '#lib/testing/context.ts';
import {
  aChangeRequest,
  anApprovedRequest,
  aRequest,
  aRequestStory,
  type RequestStory,
} from '#lib/testing/requests.ts';
import { aSystem } from '#lib/testing/systems.ts';
import { openTestDatabase } from '#lib/testing/test-database.ts';
import ReceiptPage, { generateMetadata } from './page.tsx';

const reader = vi.hoisted(() => ({ language: 'nb', cookie: '' }));
vi.mock('next/headers', () => ({
  cookies: async () => ({ get: (name: string) => (name === 'session' ? { value: reader.cookie } : undefined) }),
  headers: async () => new Headers({ 'accept-language': reader.language }),
}));

const RETURN = 'https://vendor.example/receipt';

describe('the receipt of a request that was sent on', () => {
  let story: RequestStory;

  beforeAll(async () => {
    const database = await openTestDatabase();
    replaceDatabase(database);
    story = await aRequestStory(database.db);
  });
  beforeEach(() => {
    reader.language = 'nb';
  });
  afterAll(() => replaceDatabase(undefined));

  const today = (actor: PersonActor) => as({ db: story.db, now: now() }, actor);
  const daysAgo = (days: number) => new Date(now().getTime() - days * DAY_MS);
  const asked = (differences: Parameters<typeof aRequest>[1] = {}, at = now()) => aRequest(story, differences, at);
  const sendOn = ({ kind, id }: AnyRequest, to: 'Pia' | 'all' = 'Pia', at = now()) =>
    forwardRequest(as({ db: story.db, now: at }, story.jonas), {
      kind,
      id,
      toUuid: to === 'Pia' ? story.pia.partyUuid : undefined,
    });

  async function show(id: string, actor: PersonActor = story.jonas) {
    const login = { personUuid: actor.partyUuid, authenticationLevel: 3, authenticationMethod: 'test' };
    reader.cookie = await encodeSessionId(await startSession(story.db, login, now()));
    const params = Promise.resolve({ id });
    const { title } = await generateMetadata({ params });
    const page = await renderToReadableStream(await ReceiptPage({ params }));
    await page.allReady;
    const html = (await new Response(page).text()).replaceAll('<!-- -->', '');
    return { title, html, text: html.replace(/<[^>]*>/g, ' ') };
  }

  it.each(['standard', 'agent', 'change'] as const)(
    'says to whom, by whom and what happens next, for %s',
    async (kind) => {
      const packages = { kind: 'agent', rights: undefined, accessPackages: [story.clientPackageUrn] } as const;
      const request =
        kind === 'change'
          ? await aChangeRequest(story, (await anApprovedRequest(story)).id)
          : await asked(kind === 'agent' ? packages : {});
      await sendOn(request);
      const { title, html, text } = await show(request.id);
      expect(title).toBe('Du har sendt forespørselen videre');
      expect(html.match(/<h1/g)).toHaveLength(1);
      for (const words of [
        /Sendt til\s+PIA STRØM/,
        /Sendt av\s+JONAS DAL/,
        /PIA STRØM får beskjed/,
        /Svarfristen er/,
      ]) {
        expect(text).toMatch(words);
      }
      for (const href of ['/requests', `/requests/${request.id}`]) expect(html).toContain(`href="${href}"`);
    },
  );

  it.each([
    ['nb', 'Du har sendt forespørselen videre', 'Alle tilgangsstyrere'],
    ['nn', 'Du har sendt førespurnaden vidare', 'Alle tilgangsstyrarar'],
    ['en', 'You have forwarded the request', 'All access managers'],
  ])('names all access managers when nobody was chosen, in %s', async (language, title, all) => {
    reader.language = language;
    const request = await asked();
    await sendOn(request, 'all');
    expect(await show(request.id)).toMatchObject({ title, text: expect.stringContaining(all) });
  });

  it('dates the reminder, which is the last that was done', async () => {
    const [sent, reminded] = [daysAgo(2), now()];
    const request = await asked({}, sent);
    await sendOn(request, 'Pia', sent);
    await remindRequest(as({ db: story.db, now: reminded }, story.jonas), { kind: 'standard', id: request.id });
    const { title, html } = await show(request.id);
    expect(title).toBe('Påminnelsen er sendt');
    const moments = [...html.matchAll(/dateTime="([^"]*)"/g)].map(([, moment]) => moment);
    expect(moments.slice(0, 2)).toEqual([sent.toISOString(), reminded.toISOString()]);
  });

  it('is read by whoever may read the letter, and shows each sender the own sending', async () => {
    const request = await asked({}, daysAgo(1));
    await sendOn(request, 'all', daysAgo(1));
    await forwardRequest(today(story.flink), { kind: 'standard', id: request.id, toUuid: story.pia.partyUuid });
    expect((await show(request.id)).text).toMatch(/Sendt til\s+Alle tilgangsstyrere/);
    const hers = await show(request.id, story.pia);
    expect(hers.title).toBe('Forespørselen er sendt videre');
    expect(hers.text).toMatch(/Sendt av\s+FLINK MURSTEIN/);
    expect(hers.text).not.toContain('Du får beskjed');
  });

  it.each([
    [
      'to a stranger',
      async () => {
        const request = await asked();
        await sendOn(request);
        return { request, by: story.stranger };
      },
    ],
    ['when nobody has sent it on', async () => ({ request: await asked(), by: story.jonas })],
    [
      'after the deadline',
      async () => {
        const request = await asked({}, daysAgo(181));
        await sendOn(request, 'Pia', daysAgo(180));
        return { request, by: story.jonas };
      },
    ],
  ])('leads to the letter %s', async (_when, make) => {
    const { request, by } = await make();
    await expect(show(request.id, by)).rejects.toMatchObject({
      digest: expect.stringContaining(`;/requests/${request.id};`),
    });
  });

  it('gives way to the answer', async () => {
    const request = await asked();
    await sendOn(request);
    const { kind, id } = request;
    await rejectRequest(today(story.pia), { kind, id, party: { uuid: story.customer.uuid } });
    const { title, text } = await show(id);
    expect(title).toBe('Forespørselen er besvart');
    expect(text).toMatch(/Svart av\s+PIA STRØM/);
  });

  it.each([
    { redirectResult: true, expected: `${RETURN}?state=7` },
    { redirectResult: false, expected: `${RETURN}?status=Accepted&amp;state=7&amp;result=x` },
  ])('C2 leads back to the vendor and adds no outcome, with %j', async ({ redirectResult, expected }) => {
    const { systemId } = await aSystem(story.db, {
      vendorOrgNo: story.vendor.orgNo,
      rights: story.system.rights,
      allowedRedirectUrls: [RETURN],
      redirectResult,
    });
    const request = await asked({
      systemId,
      accessPackages: [],
      redirectUrl: `${RETURN}?status=Accepted&state=7&result=x`,
    });
    await sendOn(request);
    const { html } = await show(request.id);
    expect(html).toMatch(new RegExp(`href="${expected.replaceAll('?', '\\?')}"[^]*Tilbake til vendor.example`));
  });
});

import { type BrowserContext, expect, type Page } from '@playwright/test';
import { PERSON } from '#db/seed/story.ts';
import type { Language } from '#lib/i18n/languages.ts';
import type { House } from './house.ts';
import { portal } from './pages/portal.ts';

/** A person of the sandbox, by first name. */
export type PersonName = keyof typeof PERSON;

/** Signs a person in at the test identity provider without drawing its page; the session is the browser's. */
export async function signIn(context: BrowserContext, house: House, person: PersonName): Promise<void> {
  const { csrfToken } = await (await context.request.get(`${house.portal}/api/auth/csrf`)).json();
  const answer = await context.request.post(`${house.portal}/api/auth/callback/test`, {
    form: { personNo: PERSON[person], csrfToken },
    headers: { origin: house.portal },
    maxRedirects: 0,
  });
  expect(answer.status()).toBe(302);
  expect((await context.cookies()).map((cookie) => cookie.name)).toContain('session');
}

/** Signs a person in and chooses the organisation to act for, as somebody with several must. */
export async function signInFor(
  page: Page,
  house: House,
  person: PersonName,
  organisation: string,
  language: Language = 'nb',
): Promise<void> {
  await signIn(page.context(), house, person);
  await page.goto('/switch?returnTo=%2Fhelp');
  await portal(page, language).choose(organisation);
  await page.waitForURL('**/help');
}

import { globSync, readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { keptFormsKey } from '#lib/session/kept-forms-key.ts';
import { type KeptForms, keepForms, takeForms } from './sealed-forms.ts';

const PIA = keptFormsKey('a5f0b3cc-8a2c-4a5d-9f8e-8a0d5c2c7b11');
const JONAS = keptFormsKey('b6e1c4dd-9b3d-4b6e-8a9f-9b1e6d3d8c22');
const TYPED: KeptForms = {
  path: '/requests/1?lang=nb',
  forms: [
    { name: 'reject', actingFor: undefined, values: { reason: ['Vi har byttet. Æ ø å – €'], choice: ['a', 'b'] } },
  ],
};

describe('forms that outlive the session', () => {
  let tab: Map<string, string>;

  beforeEach(() => {
    tab = new Map();
    vi.stubGlobal('sessionStorage', {
      getItem: (name: string) => tab.get(name) ?? null,
      setItem: (name: string, text: string) => tab.set(name, text),
      removeItem: (name: string) => tab.delete(name),
    });
  });
  afterEach(() => vi.unstubAllGlobals());

  it('come back once, as they were, to whoever filled them in', async () => {
    await keepForms(PIA, TYPED);
    expect(await takeForms(PIA)).toEqual(TYPED);
    expect(await takeForms(PIA)).toBeUndefined();
  });

  it('are gone when somebody else logs in, who learns nothing of them', async () => {
    await keepForms(PIA, TYPED);
    expect(await takeForms(JONAS)).toBeUndefined();
    expect(tab.size).toBe(0);
    tab.set('kept-forms', 'not sealed at all');
    expect(await takeForms(PIA)).toBeUndefined();
  });

  it('lie sealed, each time differently', async () => {
    await keepForms(PIA, TYPED);
    const [first] = tab.values();
    await keepForms(PIA, TYPED);
    expect([...tab.values()]).not.toEqual([first]);
    for (const word of ['reject', 'byttet', '/requests']) {
      expect(Buffer.from(first ?? '', 'base64').toString('utf8')).not.toContain(word);
    }
  });

  it('are not kept when nothing was typed, nor without cryptography', async () => {
    await keepForms(PIA, { ...TYPED, forms: [] });
    vi.stubGlobal('crypto', {});
    await keepForms(PIA, TYPED);
    vi.unstubAllGlobals();
    expect(tab.size).toBe(0);
  });

  it('are these and no others: none takes a key, a token, a secret or the number of a person', () => {
    const names = globSync('app/(portal)/**/*.tsx').flatMap((file) =>
      [...readFileSync(file, 'utf8').matchAll(/(?:data-kept|keptAs)="(\w+)"/g)].map(([, name]) => `${name} ${file}`),
    );
    expect(names.map((each) => each.replace('app/(portal)/', '')).sort()).toMatchInlineSnapshot(`
      [
        "application vendor/agreement/application-form.tsx",
        "change vendor/system-users/[id]/change-form.tsx",
        "client vendor/clients/client-form.tsx",
        "list owner/access-lists/new/page.tsx",
        "many vendor/requests/many/list-step.tsx",
        "package platform/packages/[code]/page.tsx",
        "refusal platform/vendors/_vendor/decide.tsx",
        "reject (letter)/requests/[id]/_letter/reject-form.tsx",
        "request vendor/requests/new/request-form.tsx",
        "resource owner/resources/_resource/about-tab.tsx",
        "resource owner/resources/new/page.tsx",
        "scope owner/scopes/[scope]/edit/page.tsx",
        "scope owner/scopes/new/page.tsx",
        "sentence owner/resources/_rules/sentence-form.tsx",
        "suspend platform/vendors/[orgNo]/suspend/page.tsx",
        "system vendor/systems/system-form.tsx",
        "webhook vendor/activity/webhooks/new/page.tsx",
        "wish (organisation)/system-users/[id]/_parts/ask-for-change.tsx",
      ]
    `);
  });
});

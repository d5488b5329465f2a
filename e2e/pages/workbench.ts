import type { Page } from '@playwright/test';
import { translate } from '#lib/i18n/translate.ts';

type Filled = Readonly<Record<string, string | true>>;

/** The workbenches of vendor, service owner and operator: forms filled by the name of each field, buttons by their words. */
export function workbench(page: Page) {
  const common = translate('nb', 'common');
  const owner = translate('nb', 'owner');
  const vendor = translate('nb', 'vendor');
  const platform = translate('nb', 'platform');
  const press = (name: string) => page.getByRole('button', { name, exact: true }).click();
  return {
    /** `true` ticks the box whose value is written after `=`; a text is filled in. */
    fill: async (fields: Filled) => {
      for (const [field, value] of Object.entries(fields)) {
        const [name = '', choice] = field.split('=');
        if (value === true) await page.locator(`[name="${name}"][value="${choice}"]`).check();
        else await page.locator(`[name="${name}"]:not([type=hidden])`).fill(value);
      }
    },
    createScope: () => press(owner('scopes.create')),
    lookUpNumbers: () => press(owner('numbers.lookUp')),
    giveAccess: () =>
      page
        .getByRole('main')
        .getByRole('button', { name: owner('numbers.add', { count: 1 }) })
        .click(),
    createResource: () => press(owner('resources.create')),
    /** Types in the search above the access packages, and gives what is said of the result. */
    searchPackages: async (words: string) => {
      await page.getByLabel(common('choices.filter', { what: owner('rules.filterPackages') })).fill(words);
      return page.getByRole('status').filter({ hasText: common('choices.found') });
    },
    saveRule: () => press(owner('rules.save')),
    applyForTest: () => press(vendor('agreement.apply.submit')),
    letIntoTest: () => press(platform('vendor.grantTest')),
    createClient: () => press(vendor('clients.create')),
    addKey: () => press(vendor('clients.addSubmit')),
    makeKeyPair: () => press(vendor('clients.generateStart')),
    /** The button that takes the place of the one that made the pair. */
    downloadKey: () => page.getByRole('button', { name: vendor('clients.downloadJwk'), exact: true }),
    /** What stands in the field of that name. */
    filled: (name: string) => page.locator(`[name="${name}"]:not([type=hidden])`).inputValue(),
    registerSystem: () => press(vendor('systems.form.create')),
    next: () => press(vendor('requests.form.next')),
    send: () => press(vendor('requests.form.send')),
    explainToken: () => press(vendor('token.submit')),
    askAsService: () => press(vendor('token.trial.submit')),
  };
}

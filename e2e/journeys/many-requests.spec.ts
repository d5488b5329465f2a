import { CLIENTS, ORG } from '#db/seed/story.ts';
import { SMARTREGNSKAP } from '#db/seed/systems.ts';
import { translate } from '#lib/i18n/translate.ts';
import { expect, test } from '../fixtures.ts';
import { signIn } from '../sign-in.ts';

// Every customer of the story is asked here.
test.use({ story: 'many requests' });

const words = translate('nb', 'vendor');
const told = translate('nb', 'activity');
const UNKNOWN = '319000003';
const CUSTOMERS = [...CLIENTS.map(({ orgNo }) => orgNo), ORG.subtilApe, ORG.rettRegnskap];
/** As a spreadsheet saves it: a heading, and twenty lines of which three are wrong and one is there twice. */
const LIST = [
  'Org.nr.;Referanse;Tittel',
  ...CUSTOMERS.map((orgNo, index) => `${orgNo.replace(/(...)(...)/, '$1 $2 ')};liste-${index};Regnskap nr. ${index}`),
  `${ORG.subtilApe};liste-14`,
  '123456789;liste-20',
  `${UNKNOWN};liste-21`,
  `${ORG.subtilApe};nr. 22`,
];
const ASKED = CUSTOMERS.length;
const OTHERS = LIST.length - 1 - ASKED;
const toAsk = words('requests.many.review.title', { count: ASKED });
const sending = words('requests.many.review.send', { count: ASKED });
const ended = words('requests.many.job.ended', { count: ASKED });

test('a vendor sends requests to a list of customers, sees what became of each line, and takes the links with it', async ({
  page,
  context,
  house,
  axe,
}) => {
  await signIn(context, house, 'kvikk');
  await page.goto('/vendor/requests/new');
  await page.getByRole('link', { name: words('requests.many.link') }).click();
  await expect(page.getByRole('heading', { name: words('requests.many.title') })).toBeVisible();
  await page.getByLabel(words('requests.form.system'), { exact: true }).selectOption(SMARTREGNSKAP);
  await page.getByRole('button', { name: words('requests.form.next'), exact: true }).click();
  await axe('list');

  await test.step('nothing is sent before it has been said who will be asked', async () => {
    const check = page.getByRole('button', { name: words('requests.many.check'), exact: true });
    await check.click();
    await expect(page.getByRole('link', { name: words('requests.many.errors.empty') })).toBeVisible();
    const buffer = Buffer.from(`\uFEFF${LIST.join('\r\n')}\r\n`);
    await page
      .getByLabel(words('requests.many.file'))
      .setInputFiles({ name: 'kunder.csv', mimeType: 'text/csv', buffer });
    await check.click();
    const review = page.getByRole('region', { name: toAsk });
    await expect(review).toBeFocused();
    await expect(review).toContainText(words('requests.many.faults.twice'));
    await expect(review).toContainText(
      words('requests.many.review.line', { line: '19', text: '123 456 789 · liste-20' }),
    );
    await expect(page.getByLabel(words('requests.many.list'))).toHaveValue(LIST.join('\n').concat('\n'));
    await axe('review');
  });

  await test.step('a list that was changed since is looked at again', async () => {
    await page.getByLabel(words('requests.many.list')).fill(LIST.slice(0, 2).join('\n'));
    await page.getByRole('button', { name: sending }).click();
    await expect(page.getByRole('region', { name: words('requests.many.review.title', { count: 1 }) })).toBeVisible();
    await page.getByLabel(words('requests.many.list')).fill(LIST.join('\n'));
    await page.getByRole('button', { name: words('requests.many.check'), exact: true }).click();
  });

  await test.step('each is asked, and every line says what became of it', async () => {
    await page.getByRole('button', { name: sending }).press('Enter');
    await expect(page.getByRole('status').filter({ hasText: ended })).toBeVisible();
    await axe('ended');
    await page.setViewportSize({ width: 320, height: 900 });
    await page.emulateMedia({ colorScheme: 'dark' });
    await axe('ended, narrow and dark');
    await page.getByRole('link', { name: words('requests.many.job.others', { count: OTHERS }) }).click();
    const refused = page.getByRole('row', { name: UNKNOWN });
    await expect(refused).toContainText(words('requests.many.job.states.failed'));
    await expect(page.getByRole('row')).toHaveCount(OTHERS + 1);
  });

  const { pathname } = new URL(page.url());
  await test.step('the activity tells that the list was sent, and leads to it', async () => {
    await page.goto('/vendor/activity');
    const row = page.getByRole('row').filter({ has: page.locator(`a[href="${pathname}"]`) });
    await expect(row).toContainText(told('actions.request-list_started', { actor: 'KVIKK TASTATUR' }));
    await row.getByRole('link', { name: told('seeList') }).click();
    await expect(page.getByRole('status').filter({ hasText: ended })).toBeVisible();
  });

  await test.step('the file has a link for each customer', async () => {
    const file = await context.request.get(`${pathname}/csv`);
    const [, ...rows] = (await file.text()).trim().split('\r\n');
    expect(rows).toHaveLength(LIST.length - 1);
    const links = rows.flatMap((row) => /"(http[^"]+)"$/.exec(row)?.[1] ?? []);
    expect(new Set(links).size).toBe(ASKED);
    expect(rows.at(-1)).toContain('"reference"');
    const [link = ''] = links;
    await page.goto(link);
    await expect(page).toHaveURL(/\/requests\/[0-9a-f-]{36}/);
  });
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('a list is checked, sent and followed by plain pages', async ({ page, context, house }) => {
    await signIn(context, house, 'kvikk');
    await page.goto(`/vendor/requests/many?system=${SMARTREGNSKAP}&kind=standard`);
    const list = `${ORG.subtilApe};uten-skript\n12`;
    await page.getByLabel(words('requests.many.list')).fill(list);
    await page.getByRole('button', { name: words('requests.many.check'), exact: true }).click();
    await expect(page.getByLabel(words('requests.many.list'))).toHaveValue(list);
    await page.getByRole('button', { name: words('requests.many.review.send', { count: 1 }) }).click();
    await page.waitForURL(/\/many\/[0-9a-f-]{36}$/);
    const done = page.getByRole('status').filter({ hasText: words('requests.many.job.ended', { count: 1 }) });
    await expect(async () => {
      await page.reload();
      await expect(done).toBeVisible({ timeout: 500 });
    }).toPass();
    await page
      .getByRole('main')
      .getByRole('link', { name: words('requests.many.title') })
      .click();
    await expect(page.getByRole('table', { name: words('requests.many.earlier.title') })).toBeVisible();
  });
});

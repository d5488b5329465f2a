import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { Webhook } from 'standardwebhooks';
import { translate } from '#lib/i18n/translate.ts';
import { expect, test } from '../fixtures.ts';
import { signIn } from '../sign-in.ts';

const words = translate('nb', 'webhooks');

test('a vendor adds an address, hears there what is signed, has it sent again, and removes the address', async ({
  page,
  context,
  house,
}) => {
  const receiver = await openReceiver();
  await signIn(context, house, 'kvikk');
  const press = (name: string) => page.getByRole('button', { name, exact: true }).click();

  await page.goto('/vendor/activity/webhooks/new');
  await page.getByRole('textbox', { name: words('form.url') }).fill(receiver.url);
  await press(words('form.create'));
  const secret = await page.locator('code', { hasText: /^whsec_/ }).innerText();
  await page
    .getByRole('main')
    .getByRole('link', { name: words('toList') })
    .click();
  await page.getByRole('link', { name: receiver.url }).click();

  await press(words('test'));
  await expect.poll(() => receiver.heard.length).toBe(1);
  const line = page.getByRole('row', { name: words('types.test') });
  await expect(async () => {
    await page.reload();
    await expect(line).toContainText(words('deliveries.delivered'), { timeout: 500 });
  }).toPass();

  await line.getByRole('button', { name: words('again') }).click();
  await expect.poll(() => receiver.heard.length).toBe(2);
  const [first, second] = receiver.heard.map(({ headers, body }) => {
    return { id: headers['webhook-id'], event: new Webhook(secret).verify(body, headers as Record<string, string>) };
  });
  expect(first?.event).toMatchObject({ specversion: '1.0', id: first?.id });
  expect(second).toEqual(first);

  await page.getByRole('link', { name: words('remove') }).click();
  await press(words('removeConfirm'));
  await expect(page.getByRole('status').filter({ hasText: words('done.removed') })).toBeVisible();
  await expect(page.getByRole('link', { name: receiver.url })).toBeHidden();
  await receiver.close();
});

type Heard = { readonly headers: IncomingHttpHeaders; readonly body: string };

/** The vendor's own machine: keeps what is posted to it. */
async function openReceiver() {
  const heard: Heard[] = [];
  const server = createServer(async (request, response) => {
    heard.push({ headers: request.headers, body: await text(request) });
    response.writeHead(204).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/hendelser`,
    heard: heard as readonly Heard[],
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}

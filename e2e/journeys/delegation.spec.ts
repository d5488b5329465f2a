import { TAX_CARD_SCOPE } from '#db/seed/delegation.ts';
import { ORG } from '#db/seed/story.ts';
import { expect, test } from '../fixtures.ts';
import { delegations } from '../pages/delegations.ts';
import { signIn } from '../sign-in.ts';
import { machine } from '../vendor.ts';

const NAMES = {
  api: 'Skattekort til arbeidsgiver',
  organisation: 'TILFELDIG SUBTIL APE',
  supplier: 'SmartCloud AS',
} as const;

test('STILLFERDIG lets SmartCloud use an API, SmartLønn fetches tokens for it, and none once it is withdrawn', async ({
  page,
  context,
  browser,
  house,
}) => {
  const payroll = machine(house, 'smartpayroll');
  const fetchToken = async () => {
    const answer = await payroll.grant(await payroll.sign({ scope: TAX_CARD_SCOPE, consumer_org: ORG.subtilApe }));
    return { status: answer.status, body: await answer.json() };
  };
  const refused = {
    status: 400,
    body: {
      error: 'invalid_scope',
      error_uri: expect.stringContaining('/errors/MP-251'),
      error_description: expect.stringMatching(
        `Consumer ${ORG.subtilApe} has not delegated access to the scope ${TAX_CARD_SCOPE} to supplier ${ORG.smartCloud}`,
      ),
    },
  };
  expect(await fetchToken()).toMatchObject(refused);

  await signIn(context, house, 'stillferdig');
  const customer = delegations(page);
  await customer.beginWith(NAMES.api, NAMES.organisation);
  await customer.nameSupplier(ORG.subtilApe);
  await customer.expectOwnRefused();
  await customer.nameSupplier('313 300 307');
  await customer.expectMeaning(NAMES, 'Bestille og hente skattekort for ansatte');
  await customer.confirm(NAMES.supplier);

  const { status, body } = await fetchToken();
  expect(status).toBe(200);
  const claims = JSON.parse(Buffer.from(String(body.access_token).split('.')[1] ?? '', 'base64url').toString());
  expect(claims).toMatchObject({
    scope: TAX_CARD_SCOPE,
    consumer: { ID: `0192:${ORG.subtilApe}` },
    supplier: { ID: `0192:${ORG.smartCloud}` },
  });

  const his = await browser.newContext({ baseURL: house.portal, locale: 'nb' });
  await signIn(his, house, 'kvikk');
  const supplier = delegations(await his.newPage());
  await supplier.openReceived();
  await expect(supplier.received(NAMES.organisation)).toContainText(TAX_CARD_SCOPE);
  const program = await supplier.buildGrant('SmartLønn', TAX_CARD_SCOPE, NAMES.organisation);
  expect(program).toContain(`"consumer_org": "${ORG.subtilApe}"`);

  await customer.withdraw(NAMES.supplier);
  expect(await fetchToken()).toMatchObject(refused);
  await supplier.openReceived();
  await expect(supplier.received(NAMES.organisation)).toHaveCount(0);
  await his.close();
});

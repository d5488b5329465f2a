import { expect, test } from '../fixtures.ts';
import { machine } from '../vendor.ts';

const CLAIMS = '/kravogbetalinger/v1/regnskapssystem/314400402/aapnekrav';
const CLAIMS_PAGE = '/smartregnskap/kunder/314400402/krav';
const CREDENTIALS = `Basic ${btoa('sandbox:sandbox')}`;

test('F12 the guests, in processes of their own, agree with a portal whose clock is moved', async ({ house }) => {
  const control = async (method: string, path: string, body?: unknown) => {
    const answer = await fetch(`${house.portal}/_sandbox/${path}`, {
      method,
      headers: { authorization: CREDENTIALS, 'x-sandbox': '1', 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    expect(answer.status).toBe(200);
    return answer.json();
  };
  const systemUser = {
    type: 'urn:altinn:systemuser',
    systemuser_org: { authority: 'iso6523-actorid-upis', ID: '0192:314400402' },
    externalRef: 'lillestrom',
  };
  const tokenAt = (now: string) => {
    const iat = Math.floor(Date.parse(now) / 1000);
    const claims = { scope: 'skatteetaten:kravogbetalinger', authorization_details: [systemUser] };
    return machine(house).token({ ...claims, iat, exp: iat + 100 });
  };
  const claimsWith = async (token: string) =>
    (await fetch(`${house.krav}${CLAIMS}`, { headers: { authorization: `Bearer ${token}` } })).status;
  const headingOf = async () =>
    /<h1[^>]*>.*?<\/h1>|<h2[^>]*>.*?<\/h2>/s.exec(
      await (await fetch(`${house.smartRegnskap}${CLAIMS_PAGE}`)).text(),
    )?.[0];

  const early = await tokenAt((await control('GET', 'clock')).now);
  expect(await claimsWith(early)).toBe(200);
  const heading = await headingOf();
  try {
    const { now } = await control('POST', 'clock', { advance: 'PT1H' });
    const late = await tokenAt(now);
    // The guest looks at the portal's clock once a second.
    await expect.poll(() => claimsWith(late)).toBe(200);
    expect(await claimsWith(early)).toBe(401);
    expect(await headingOf()).toBe(heading);
  } finally {
    await control('DELETE', 'clock');
  }
  await expect.poll(() => claimsWith(early)).toBe(200);
});

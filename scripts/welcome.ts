import { env } from '#lib/config/env.ts';

const PEOPLE = [
  ['Pia Strøm', '14837912092', 'general manager of Rør og Vann AS'],
  ['Jonas Dal', '02919423172', 'employee there, can only forward'],
  ['STILLFERDIG LANTERNE', '23866831025', 'general manager of TILFELDIG SUBTIL APE'],
  ['RYDDIG KOMPASS', '09898615321', 'client administrator of Rett Regnskap AS'],
  ['KVIKK TASTATUR', '17859034195', 'system vendor, SmartCloud AS'],
  ['NØYAKTIG LINJAL', '05928328017', 'service owner, Skatteetaten'],
  ['Dina Havn', '21887640030', 'platform operator, Digdir'],
] as const;

/** Says on the terminal where things are, who one can be, and what to try first. */
export function printWelcome(): void {
  const { PORTAL_URL, SMARTREGNSKAP_URL, KRAV_URL, PORTAL_ENVIRONMENT } = env();
  if (PORTAL_ENVIRONMENT !== 'sandbox') return;
  const rows = [
    ['Portal', PORTAL_URL],
    ['For those who build', `${PORTAL_URL}/start`],
    ['Maskinporten issuer', `${PORTAL_URL}/`],
    ['API reference', `${PORTAL_URL}/docs`],
    ['Krav og betalinger', `${KRAV_URL}/kravogbetalinger/v1`],
    ['SmartRegnskap', `${SMARTREGNSKAP_URL}/smartregnskap`],
  ] as const;
  console.log(`\n${rows.map(([name, url]) => `  ${name.padEnd(22)}${url}`).join('\n')}`);
  console.log('\n  People to log in as (all synthetic)');
  console.log(PEOPLE.map(([name, number, role]) => `  ${name.padEnd(22)}${number}  ${role}`).join('\n'));
  console.log(`
  Try first: open SmartRegnskap, choose Rør og Vann AS, press “Koble til”, log in as Pia, approve, see the claims.
  The same without a browser: sh e2e/contract/tour.sh ${PORTAL_URL}
`);
}

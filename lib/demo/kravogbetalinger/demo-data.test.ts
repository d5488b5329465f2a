import { describe, expect, it } from 'vitest';
import { outstandingOn, sum, unplacedOf } from './balance.ts';
import { isAccountNumber, isKid, isOrgNo } from './check-digits.ts';
import { findAccount, listAccounts } from './demo-data.ts';
import { toOpenClaims } from './schema.ts';

const TODAY = '2026-11-21';

describe('Rør og Vann AS', () => {
  it('has exactly the claims of the story', () => {
    const account = findAccount('314400402');
    expect(account && toOpenClaims(account, TODAY)).toEqual({
      partIdentifikator: '314400402',
      aapentKravMedGjenstaaendeBeloep: [
        {
          kravidentifikator: 'SKE-2025-000417',
          kravtype: 'RESTSKATT',
          kravgruppe: 'Skatt',
          kravbeskrivelse: {
            spraakTekst: [
              { spraak: 'nb', tekst: 'Restskatt 2025' },
              { spraak: 'nn', tekst: 'Restskatt 2025' },
              { spraak: 'en', tekst: 'Residual tax 2025' },
            ],
          },
          kravperiode: {
            aar: '2025',
            periodeBeskrivelse: 'Året 2025',
            fraDato: '2025-01-01',
            tilDato: '2025-12-31',
            terminTekniskNavn: 'aar',
          },
          opprettelsesdatoForKrav: '2026-06-24',
          opprinneligBeloep: 48200,
          gjenstaaendeBeloep: 30000,
          stipulerteRenter: 412.5,
          kravforfall: [
            {
              kravforfallsIdentifikator: 'SKE-2025-000417-1',
              forfallsdato: '2026-08-20',
              opprinneligBeloep: 48200,
              gjenstaaendeBeloep: 30000,
              plassertInnbetaling: [
                { innbetalingsIdentifikator: 'INN-2026-0091', plassertBeloep: 18200, plassertDato: '2026-08-19' },
              ],
              plassertMotkrav: [],
              betalingsinformasjon: { kidnummer: '314400402000120252', konto: { kontonummer: '99990123450' } },
            },
          ],
        },
      ],
      innbetalingMedUplassertBeloep: [
        {
          partIdentifikator: '314400402',
          innbetalingsidentifikator: 'INN-2026-0133',
          innbetalingsdato: '2026-10-02',
          innbetaltBeloep: 1500,
          uplassertBeloep: 1500,
          innbetaltFra: { konto: { kontoeiersNavn: 'Rør og Vann AS', kontonummer: '99990543212' } },
          innbetalingstype: 'BANKINNBETALING',
        },
      ],
      totalOversikt: {
        sumStipulerteRenter: 412.5,
        sumForfalteKrav: 30000,
        sumIkkeForfalteKrav: 0,
        sumUplasserteInnbetalinger: 1500,
        saldo: 28912.5,
      },
      oversiktPerKravgruppe: [
        {
          kravgruppe: 'Skatt',
          sumStipulerteRenter: 412.5,
          sumForfalteKrav: 30000,
          sumIkkeForfalteKrav: 0,
          saldo: 30412.5,
        },
      ],
    });
  });

  it('is not overdue until the day after the due date', () => {
    const account = findAccount('314400402');
    const sums = (today: string) => account && toOpenClaims(account, today).totalOversikt;
    expect(sums('2026-08-20')).toMatchObject({ sumForfalteKrav: 0, sumIkkeForfalteKrav: 30000, saldo: 28912.5 });
    expect(sums('2026-08-21')).toMatchObject({ sumForfalteKrav: 30000, sumIkkeForfalteKrav: 0, saldo: 28912.5 });
  });
});

describe.each(listAccounts().map((account) => [account.name, account] as const))('%s', (_, account) => {
  const dueDates = account.claims.flatMap((claim) => claim.dueDates);

  it('has numbers with valid control digits', () => {
    expect(isOrgNo(account.orgNo)).toBe(true);
    expect(dueDates.map((dueDate) => dueDate.kid).filter((kid) => !isKid(kid))).toEqual([]);
    const accounts = [
      ...dueDates.map((dueDate) => dueDate.account),
      ...account.payments.map((paid) => paid.fromAccount),
    ];
    expect(accounts.filter((number) => !isAccountNumber(number))).toEqual([]);
  });

  it('has whole øre, nothing paid twice and no placement without its payment', () => {
    expect(dueDates.filter((dueDate) => !Number.isInteger(dueDate.original) || outstandingOn(dueDate) < 0)).toEqual([]);
    expect(account.payments.filter((payment) => unplacedOf(payment, account) < 0)).toEqual([]);
    const known = account.payments.map((payment) => payment.id);
    const placements = dueDates.flatMap((dueDate) => dueDate.placements);
    expect(placements.filter((placement) => !known.includes(placement.paymentId))).toEqual([]);
  });

  it('adds up: the total is the groups minus what is not placed', () => {
    const body = toOpenClaims(account, TODAY);
    const groups = sum(body.oversiktPerKravgruppe.map((group) => Math.round(group.saldo * 100)));
    const unplaced = Math.round(body.totalOversikt.sumUplasserteInnbetalinger * 100);
    expect(Math.round(body.totalOversikt.saldo * 100)).toBe(groups - unplaced);
  });
});

describe('the series for tests', () => {
  const numbers = Array.from({ length: 100 }, (_, index) => String(300_000_000 + index)).filter(isOrgNo);

  it('holds organisations that all owe the same', () => {
    const bodies = numbers.map((orgNo) => {
      const account = findAccount(orgNo);
      return account && toOpenClaims(account, TODAY).totalOversikt;
    });
    expect(bodies[0]?.saldo).toBeGreaterThan(0);
    expect(bodies).toEqual(numbers.map(() => bodies[0]));
    expect(numbers.map((orgNo) => findAccount(orgNo)?.orgNo)).toEqual(numbers);
  });

  it('has none with a wrong control digit, nor outside', () => {
    const wrong = numbers.map((orgNo) => `${orgNo.slice(0, 8)}${(Number(orgNo[8]) + 1) % 10}`);
    expect([...wrong, '310000009', '290000005'].filter((orgNo) => findAccount(orgNo))).toEqual([]);
  });
});

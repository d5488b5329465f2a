import { isOrgNo } from './check-digits.ts';
import {
  ADVANCE_TAX,
  EMPLOYER_CONTRIBUTIONS,
  LATE_FEE,
  makeClaim,
  payingAccount,
  RESIDUAL_TAX,
  VALUE_ADDED_TAX,
} from './demo-claims.ts';
import type { PartyAccount } from './model.ts';

const ROER_OG_VANN: PartyAccount = {
  orgNo: '314400402',
  name: 'Rør og Vann AS',
  claims: [
    {
      ...RESIDUAL_TAX,
      id: 'SKE-2025-000417',
      interest: 412_50,
      dueDates: [
        {
          id: 'SKE-2025-000417-1',
          dueOn: '2026-08-20',
          original: 48_200_00,
          placements: [{ paymentId: 'INN-2026-0091', amount: 18_200_00, date: '2026-08-19' }],
          kid: '314400402000120252',
          account: '99990123450',
        },
      ],
    },
  ],
  payments: [
    { id: 'INN-2026-0091', paidOn: '2026-08-19', amount: 18_200_00, fromAccount: '99990543212' },
    { id: 'INN-2026-0133', paidOn: '2026-10-02', amount: 1_500_00, fromAccount: '99990543212' },
  ],
};

const TILFELDIG_SUBTIL_APE: PartyAccount = {
  orgNo: '315500508',
  name: 'TILFELDIG SUBTIL APE',
  claims: [
    makeClaim(VALUE_ADDED_TAX, { orgNo: '315500508', serial: 502, amount: 86_340 }),
    makeClaim(EMPLOYER_CONTRIBUTIONS, { orgNo: '315500508', serial: 503, amount: 21_150, interest: 32_40 }),
    makeClaim(LATE_FEE, {
      orgNo: '315500508',
      serial: 504,
      amount: 2_500,
      paid: [{ paymentId: 'INN-2026-0102', amount: 2_500_00, date: '2026-08-28' }],
    }),
  ],
  payments: [{ id: 'INN-2026-0102', paidOn: '2026-08-28', amount: 2_500_00, fromAccount: payingAccount('315500508') }],
};

const RETT_REGNSKAP: PartyAccount = {
  orgNo: '316600603',
  name: 'Rett Regnskap AS',
  claims: [makeClaim(VALUE_ADDED_TAX, { orgNo: '316600603', serial: 601, amount: 143_720 })],
  payments: [],
};

const CLIENTS: readonly (readonly [orgNo: string, name: string])[] = [
  ['317701004', 'MODIG STILLE GRAN'],
  ['317701136', 'LETT TREKANTET ELG'],
  ['317701268', 'GLAD PRAKTISK ROGN'],
  ['317701403', 'TÅLMODIG BLÅ GAUPE'],
  ['317701527', 'RUND FORSIKTIG ALM'],
  ['317701659', 'KVIKK NØYSOM JERV'],
  ['317701780', 'MYK OPPMERKSOM LIND'],
  ['317701918', 'FRISK EKSAKT OTER'],
  ['317702043', 'STØDIG SINDIG EIK'],
  ['317702175', 'LYS BESKJEDEN HARE'],
  ['317702302', 'RIK LUNEFULL SELJE'],
  ['317702434', 'VÅKEN TETT MÅR'],
  ['317702566', 'DJERV SPISS HEGG'],
  ['317702698', 'SEN VARSOM ULV'],
];

/** Known to the API, with nothing open and nothing paid. */
const NOTHING_OPEN: readonly (readonly [orgNo: string, name: string])[] = [
  ['201100100', 'Skatteetaten'],
  ['202200206', 'Digdir'],
  ['313300307', 'SmartCloud AS'],
];

const ACCOUNTS: ReadonlyMap<string, PartyAccount> = new Map(
  [
    ROER_OG_VANN,
    TILFELDIG_SUBTIL_APE,
    RETT_REGNSKAP,
    ...CLIENTS.map(toClientAccount),
    ...NOTHING_OPEN.map(([orgNo, name]) => ({ orgNo, name, claims: [], payments: [] })),
  ].map((account) => [account.orgNo, account]),
);

/** The numbers of this series are for tests: whoever has one owes what everybody of the series does. */
const TEST_SERIES = /^30[0-9]{7}$/;

/** Finds what the API knows of an organisation. @returns `undefined` for one it has never heard of. */
export function findAccount(orgNo: string): PartyAccount | undefined {
  const isOfSeries = TEST_SERIES.test(orgNo) && isOrgNo(orgNo);
  return ACCOUNTS.get(orgNo) ?? (isOfSeries ? toClientAccount([orgNo, `Testvirksomhet ${orgNo}`], 0) : undefined);
}

/** Every organisation the API knows. */
export function listAccounts(): readonly PartyAccount[] {
  return [...ACCOUNTS.values()];
}

/** An accountant's clients differ: every one owes something else, and every fifth owes nothing. */
function toClientAccount([orgNo, name]: readonly [string, string], index: number): PartyAccount {
  if (index % 5 === 4) return { orgNo, name, claims: [], payments: [] };
  const serial = 700 + index * 10;
  const paymentId = `INN-2026-${String(200 + index).padStart(4, '0')}`;
  const instalment = (12_000 + index * 1_600) / 2;
  const claims = [
    makeClaim(ADVANCE_TAX, {
      orgNo,
      serial,
      amount: instalment * 2,
      paid: [{ paymentId, amount: instalment * 100, date: '2026-09-14' }],
    }),
    ...(index % 2 === 0
      ? [makeClaim(VALUE_ADDED_TAX, { orgNo, serial: serial + 1, amount: 18_450 + index * 2_310 })]
      : []),
    ...(index % 3 === 1
      ? [makeClaim(EMPLOYER_CONTRIBUTIONS, { orgNo, serial: serial + 2, amount: 9_870 + index * 640, interest: 14_20 })]
      : []),
    ...(index % 4 === 3 ? [makeClaim(LATE_FEE, { orgNo, serial: serial + 3, amount: 1_250, interest: 21_75 })] : []),
  ];
  const overpaid = index % 6 === 2 ? 75_000 : 0;
  return {
    orgNo,
    name,
    claims,
    payments: [
      { id: paymentId, paidOn: '2026-09-14', amount: instalment * 100 + overpaid, fromAccount: payingAccount(orgNo) },
    ],
  };
}

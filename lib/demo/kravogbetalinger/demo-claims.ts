import { toAccountNumber, withKidDigit } from './check-digits.ts';
import type { Claim, IsoDate, Oere, Placement } from './model.ts';

/** The account that claims are paid to. Made up, like every number here. */
const COLLECTION_ACCOUNT = '99990123450';

/** The parts of a claim that differ within its kind; amounts in whole kroner. */
export type ClaimSeed = {
  readonly orgNo: string;
  readonly serial: number;
  readonly amount: number;
  readonly interest?: Oere;
  /** What has been paid of each due date, in order. */
  readonly paid?: readonly Placement[];
};

type Kind = Pick<Claim, 'type' | 'group' | 'description' | 'period' | 'createdOn'> & {
  readonly dueOn: readonly IsoDate[];
};

const YEAR_2025 = {
  year: '2025',
  description: 'Året 2025',
  from: '2025-01-01',
  to: '2025-12-31',
  term: 'aar',
} as const;

const TERM_5_2026 = {
  year: '2026',
  description: 'September–oktober 2026',
  from: '2026-09-01',
  to: '2026-10-31',
  term: 'termin5',
} as const;

/** Tax for 2025 that was not paid in advance, due last summer. */
export const RESIDUAL_TAX: Kind = {
  type: 'RESTSKATT',
  group: 'Skatt',
  description: { nb: 'Restskatt 2025', nn: 'Restskatt 2025', en: 'Residual tax 2025' },
  period: YEAR_2025,
  createdOn: '2026-06-24',
  dueOn: ['2026-08-20'],
};

/** Advance tax for 2026, in two instalments of which one lies ahead. */
export const ADVANCE_TAX: Kind = {
  type: 'FORSKUDDSSKATT',
  group: 'Skatt',
  description: { nb: 'Forskuddsskatt 2026', nn: 'Forskotsskatt 2026', en: 'Advance tax 2026' },
  period: { year: '2026', description: 'Året 2026', from: '2026-01-01', to: '2026-12-31', term: 'aar' },
  createdOn: '2026-01-12',
  dueOn: ['2026-09-15', '2027-02-15'],
};

/** Value added tax for the fifth term of 2026. */
export const VALUE_ADDED_TAX: Kind = {
  type: 'MERVERDIAVGIFT',
  group: 'Merverdiavgift',
  description: {
    nb: 'Merverdiavgift 5. termin 2026',
    nn: 'Meirverdiavgift 5. termin 2026',
    en: 'Value added tax, term 5, 2026',
  },
  period: TERM_5_2026,
  createdOn: '2026-11-10',
  dueOn: ['2026-12-10'],
};

/** Employer's contributions for the fifth term of 2026. */
export const EMPLOYER_CONTRIBUTIONS: Kind = {
  type: 'ARBEIDSGIVERAVGIFT',
  group: 'Arbeidsgiveravgift',
  description: {
    nb: 'Arbeidsgiveravgift 5. termin 2026',
    nn: 'Arbeidsgivaravgift 5. termin 2026',
    en: "Employer's contributions, term 5, 2026",
  },
  period: TERM_5_2026,
  createdOn: '2026-11-05',
  dueOn: ['2026-11-16'],
};

/** A fee for handing in the annual accounts too late. */
export const LATE_FEE: Kind = {
  type: 'FORSINKELSESGEBYR',
  group: 'Gebyr',
  description: {
    nb: 'Forsinkelsesgebyr årsregnskap 2025',
    nn: 'Forseinkingsgebyr årsrekneskap 2025',
    en: 'Late filing fee, annual accounts 2025',
  },
  period: YEAR_2025,
  createdOn: '2026-08-03',
  dueOn: ['2026-09-01'],
};

/** Makes a claim of a kind, its amount split evenly over its due dates. */
export function makeClaim(kind: Kind, seed: ClaimSeed): Claim {
  const id = `SKE-${kind.period.year}-${String(seed.serial).padStart(6, '0')}`;
  const { dueOn, ...facts } = kind;
  return {
    ...facts,
    id,
    interest: seed.interest ?? 0,
    dueDates: dueOn.map((date, index) => {
      const placement = seed.paid?.[index];
      return {
        id: `${id}-${index + 1}`,
        dueOn: date,
        original: (seed.amount * 100) / dueOn.length,
        placements: placement === undefined ? [] : [placement],
        kid: withKidDigit(`${seed.orgNo}${String(seed.serial).padStart(6, '0')}${index + 1}`),
        account: COLLECTION_ACCOUNT,
      };
    }),
  };
}

/** The made-up bank account that an organisation pays from. */
export function payingAccount(orgNo: string): string {
  return toAccountNumber(9999_000_000 + Number(orgNo.slice(-6)));
}

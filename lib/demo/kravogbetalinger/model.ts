/** An amount in øre, so that sums are exact. */
export type Oere = number;

/** A date as `YYYY-MM-DD`; such texts sort as the dates do. */
export type IsoDate = string;

type Language = 'nb' | 'nn' | 'en';

/** Money put on one due date of a claim. */
export type Placement = { readonly paymentId: string; readonly amount: Oere; readonly date: IsoDate };

/** One due date of a claim; what is outstanding follows from the placements. */
export type DueDate = {
  readonly id: string;
  readonly dueOn: IsoDate;
  readonly original: Oere;
  readonly placements: readonly Placement[];
  readonly kid: string;
  readonly account: string;
};

/** One tax or fee claim. */
export type Claim = {
  readonly id: string;
  readonly type: string;
  readonly group: string;
  readonly description: Readonly<Record<Language, string>>;
  readonly period: {
    readonly year: string;
    readonly description: string;
    readonly from: IsoDate;
    readonly to: IsoDate;
    readonly term: string;
  };
  readonly createdOn: IsoDate;
  readonly interest: Oere;
  readonly dueDates: readonly DueDate[];
};

/** One payment from an organisation; what is not placed follows from the claims. */
export type Payment = {
  readonly id: string;
  readonly paidOn: IsoDate;
  readonly amount: Oere;
  readonly fromAccount: string;
};

/** What the API knows of one organisation. */
export type PartyAccount = {
  readonly orgNo: string;
  readonly name: string;
  readonly claims: readonly Claim[];
  readonly payments: readonly Payment[];
};

/** The sums of one group of claims, or of all. */
export type Totals = {
  readonly interest: Oere;
  readonly overdue: Oere;
  readonly notOverdue: Oere;
  readonly balance: Oere;
};

/** An organisation that uses SmartRegnskap. */
export type Customer = { readonly orgNo: string; readonly name: string };

/**
 * How far a customer has come: never asked · asked and waiting · answered no · answered yes.
 * `connected` is what we believe; only a token proves it.
 */
export type ConnectionStatus = 'none' | 'waiting' | 'rejected' | 'connected';

/** What SmartRegnskap remembers of one customer. */
export type Connection = {
  readonly status: ConnectionStatus;
  readonly requestId?: string;
  /** Where the customer answers; a page of the portal. */
  readonly confirmUrl?: string;
  readonly askedAt?: string;
  /** When an event last told that it is another than before. */
  readonly heardAt?: string;
  /** The claims that were shown last, for when the service cannot be reached. */
  readonly lastClaims?: { readonly readAt: string; readonly claims: OpenClaims };
};

/** One open claim, as a line in a table. Amounts in kroner. */
export type OpenClaim = {
  readonly id: string;
  readonly description: Readonly<Record<string, string>>;
  readonly group: string;
  readonly dueOn: string;
  readonly outstanding: number;
  readonly kid: string;
  readonly account: string;
};

/** What a customer owes, as the service owner says. Amounts in kroner. */
export type OpenClaims = {
  readonly balance: number;
  readonly interest: number;
  readonly overdue: number;
  readonly notOverdue: number;
  readonly unplaced: number;
  readonly groups: readonly {
    readonly group: string;
    readonly interest: number;
    readonly overdue: number;
    readonly notOverdue: number;
    readonly balance: number;
  }[];
  readonly claims: readonly OpenClaim[];
};

/** What came of asking for claims; every refusal is something the customer can be told. */
export type ClaimsOutcome =
  | { readonly kind: 'claims'; readonly claims: OpenClaims; readonly readAt: string }
  | { readonly kind: 'no-system-user'; readonly code: string; readonly explanation: string }
  /** The customer has said yes, and that stands: asking again would change nothing. */
  | { readonly kind: 'on-hold'; readonly code: string; readonly explanation: string }
  | { readonly kind: 'no-right' }
  | { readonly kind: 'not-accepted' }
  | { readonly kind: 'unknown-organisation' }
  | { readonly kind: 'unreachable'; readonly last?: NonNullable<Connection['lastClaims']> };

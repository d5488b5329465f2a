/** Where a vendor stands on its way into the system register. */
export type AgreementStatus = 'applied' | 'test' | 'production-applied' | 'production' | 'refused' | 'suspended';

/** A vendor's agreement with the operator. */
export type Agreement = {
  readonly orgNo: string;
  readonly contactName: string;
  readonly contactEmail: string;
  readonly purpose: string;
  readonly status: AgreementStatus;
  /** What it was before a suspension. */
  readonly statusBefore: AgreementStatus | undefined;
  /** The operator's reason for the latest refusal or suspension. */
  readonly note: string | undefined;
  readonly appliedAt: Date;
  readonly testSince: Date | undefined;
  readonly signedByName: string | undefined;
  readonly signedAt: Date | undefined;
  readonly productionSince: Date | undefined;
  readonly updatedAt: Date;
};

/** What a vendor has done in test; each is when it first happened. */
export type Evidence = {
  readonly clientCreated: Date | undefined;
  readonly systemRegistered: Date | undefined;
  readonly requestApproved: Date | undefined;
  readonly tokenFetched: Date | undefined;
};

/** What stops working while a vendor is suspended. */
export type SuspensionEffect = { readonly systems: number; readonly systemUsers: number };

/** The scopes by which a vendor reaches the system register and asks customers. */
export const VENDOR_SCOPES = [
  'altinn:authentication/systemregister.write',
  'altinn:authentication/systemuser.request.write',
  'altinn:authentication/systemuser.request.read',
] as const;

/** Steps of an agreement, each with the statuses it may start from. */
const STEPS = {
  apply: ['refused'],
  'grant-test': ['applied'],
  sign: ['test'],
  'grant-production': ['production-applied'],
  refuse: ['applied', 'production-applied'],
  suspend: ['test', 'production-applied', 'production'],
  resume: ['suspended'],
} as const satisfies Readonly<Record<string, readonly AgreementStatus[]>>;

/** What can be done to an agreement. */
export type AgreementStep = keyof typeof STEPS;

/** Whether the step can be taken from the status. */
export function mayTake(step: AgreementStep, status: AgreementStatus): boolean {
  const from: readonly AgreementStatus[] = STEPS[step];
  return from.includes(status);
}

/** Whether the operator's answer is waited for. */
export function isWaiting({ status }: Agreement): boolean {
  return mayTake('refuse', status);
}

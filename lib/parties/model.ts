/** A legal entity of the register. */
export type Organisation = {
  readonly kind: 'organisation';
  readonly uuid: string;
  readonly partyId: number;
  readonly name: string;
  readonly orgNo: string;
  /** Organisation form: AS, ENK, ESEK, BRL, ORGL … */
  readonly orgForm: string;
  /** Set for a sub-unit. */
  readonly parentOrgNo: string | undefined;
  /** Short code of a service owner, e.g. `skd`. */
  readonly orgCode: string | undefined;
};

/** A person of the register; the person number is never part of it. */
export type Person = {
  readonly kind: 'person';
  readonly uuid: string;
  readonly partyId: number;
  readonly userId: number;
  readonly userName: string;
  readonly name: string;
};

/** Whoever can own, act or be acted for. */
export type Party = Organisation | Person;

/** Roles by which an organisation is the client of another, with the form that the client must have. */
export const CLIENT_ROLES = ['regnskapsforer', 'revisor', 'forretningsforer', 'rettighetshaver'] as const;

/** Clients of a business manager (forretningsfører) are housing cooperatives and condominiums only. */
export const BUSINESS_MANAGER_CLIENT_FORMS: readonly string[] = ['ESEK', 'BRL'];

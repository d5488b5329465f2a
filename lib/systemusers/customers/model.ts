import type { RegisteredSystem } from '../../register/model.ts';
import type { Delegations, SystemUser } from '../model.ts';

/** Resource ids and package URNs. */
export type Needs = { readonly rights: readonly string[]; readonly packages: readonly string[] };

/** One customer of a vendor: the system user there, and how what it was given compares with what its system needs. */
export type Customer = {
  readonly user: SystemUser;
  readonly system: RegisteredSystem;
  readonly name: string;
  readonly delegations: Delegations;
  /** What the system asks of this kind of system user. */
  readonly needed: Needs;
  /** How many of those the customer has not given. */
  readonly missing: number;
  /** How many clients an agent acts for; 0 for a standard system user. */
  readonly clients: number;
};

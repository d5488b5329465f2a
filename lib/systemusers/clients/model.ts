import type { Organisation } from '../../parties/model.ts';

/** A client that an agent system user may act for, with the packages of the moment it was added. */
export type ClientDelegation = {
  readonly id: string;
  readonly systemUserId: string;
  readonly clientUuid: string;
  /** The owner itself, "self". */
  readonly isSelf: boolean;
  readonly packages: readonly string[];
  readonly createdAt: Date;
};

/** A client delegation with the client's entry in the register. */
export type NamedClientDelegation = ClientDelegation & { readonly client: Organisation };

import type { Db } from '#db/open.ts';

/** Nobody has shown who they are. */
type Anonymous = { readonly kind: 'anonymous' };

/** A signed-in person, from a session of the portal or from an end-user token. */
export type PersonActor = {
  readonly kind: 'person';
  readonly partyUuid: string;
  readonly partyId: number;
  readonly userId: number;
  readonly name: string;
  /** 0–4; approving and withdrawing demand 3. */
  readonly authenticationLevel: number;
  /** Scopes of the token or session; pages have `altinn:portal/enduser`. */
  readonly scopes: ReadonlySet<string>;
  /** The organisation the person has chosen to act for; `undefined` when the call itself names the party. */
  readonly actingFor?: { readonly partyUuid: string; readonly partyId: number; readonly orgNo: string };
};

/** A system user as the verified token names it. */
export type TokenSystemUser = { readonly id: string; readonly orgNo: string; readonly systemId: string };

/** An organisation's machine, from a verified bearer token. */
export type OrganisationActor = {
  readonly kind: 'organisation';
  readonly orgNo: string;
  /** `undefined` for tokens that name no client (a platform token). */
  readonly clientId?: string;
  readonly scopes: ReadonlySet<string>;
  /** Scope prefixes the organisation owns, from the token (`consumer_prefix`). */
  readonly prefixes: readonly string[];
  /** Set when the token speaks for a system user. */
  readonly systemUser?: TokenSystemUser;
  /** Short code of a service owner, from the token (`urn:altinn:org`). */
  readonly orgCode?: string;
  /** Set for a token of the sandbox's generator: its client is what the caller wrote. */
  readonly generated?: true;
  /** `true` for a token that the Altinn exchange issued (it carries `urn:altinn:orgNumber`). */
  readonly exchanged: boolean;
};

/** Who is calling. */
export type Actor = Anonymous | PersonActor | OrganisationActor;

/**
 * What every verb receives. `now` is one instant per request, so that all times of one call agree
 * and tests and the sandbox clock can set it.
 */
export type Context = {
  readonly db: Db;
  readonly now: Date;
  readonly actor: Actor;
};

/** Who calls without a token or a session. */
export const ANONYMOUS: Actor = { kind: 'anonymous' };

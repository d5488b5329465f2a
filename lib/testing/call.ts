import type { Db } from '#db/open.ts';
import { env } from '../config/env.ts';
import { now } from '../context/clock.ts';
import type { Actor, OrganisationActor, PersonActor } from '../context/context.ts';
import type { Section } from '../http/section.ts';
import { toIso6523 } from '../kernel/brands.ts';
import { SYSTEM_USER_DETAILS } from '../maskinporten/model.ts';
import { signJwt } from '../maskinporten/signing-keys.ts';

const LIFETIME_SECONDS = 600;

/** What came back; `body` is parsed when it is JSON, otherwise the text as it stands. */
export type Answer = {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly body: unknown;
};

/** Calls a section through its handlers as the actor, with a token signed by the database's own keys. */
export async function call(
  section: Section,
  db: Db,
  actor: Actor,
  [method, path, body]: readonly [method: 'GET' | 'POST' | 'PUT' | 'DELETE', path: string, body?: unknown],
): Promise<Answer> {
  const request = new Request(`http://localhost${section.base}/${path}`, {
    method,
    headers: {
      ...(actor.kind === 'anonymous' ? {} : { authorization: `Bearer ${await aToken(db, actor)}` }),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  const response = await section.handlers[method](request);
  const text = await response.text();
  const isJson = response.headers.get('content-type')?.includes('json') ?? false;
  return { status: response.status, headers: response.headers, text, body: isJson ? JSON.parse(text) : text };
}

/** A token whose bearer is the actor. */
export async function aToken(db: Db, actor: PersonActor | OrganisationActor): Promise<string> {
  const at = now();
  const iat = Math.floor(at.getTime() / 1000);
  const common = { iss: env().issuer, iat, exp: iat + LIFETIME_SECONDS, scope: [...actor.scopes].join(' ') };
  return signJwt(db, { ...common, ...claimsOf(actor) }, { now: at });
}

function claimsOf(actor: PersonActor | OrganisationActor): Readonly<Record<string, unknown>> {
  if (actor.kind === 'organisation') {
    return {
      consumer: toIso6523(actor.orgNo),
      ...(actor.clientId ? { client_id: actor.clientId } : {}),
      ...(actor.exchanged ? { 'urn:altinn:orgNumber': actor.orgNo } : {}),
      ...(actor.orgCode === undefined ? {} : { 'urn:altinn:org': actor.orgCode }),
      ...(actor.systemUser ? { authorization_details: [detailsOf(actor.systemUser)] } : {}),
    };
  }
  return {
    'urn:altinn:userid': actor.userId,
    'urn:altinn:partyid': actor.partyId,
    'urn:altinn:party:uuid': actor.partyUuid,
    'urn:altinn:authlevel': actor.authenticationLevel,
  };
}

function detailsOf({ id, orgNo, systemId }: NonNullable<OrganisationActor['systemUser']>) {
  return {
    type: SYSTEM_USER_DETAILS,
    systemuser_id: [id],
    systemuser_org: toIso6523(orgNo),
    system_id: systemId,
  };
}

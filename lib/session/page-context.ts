import { cookies, headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { cache } from 'react';
import { now } from '../context/clock.ts';
import { ANONYMOUS, type Context, type PersonActor } from '../context/context.ts';
import { processDb } from '../context/database.ts';
import { AWAY, REFUSAL_HEADER } from '../http/draw-refusals.ts';
import { findPerson } from '../parties/find-party.ts';
import type { Organisation, Person } from '../parties/model.ts';
import { organisationsOf } from '../parties/roles.ts';
import { decodeSessionId, sessionCookie } from './cookie.ts';
import { findSession } from './find-session.ts';
import { endOf, type SessionEnd } from './model.ts';
import { PATH_HEADER } from './path-header.ts';

/** The signed-in person of this call, with the organisations that the register gives them anything at. */
export type SignedIn = {
  readonly context: Context & { readonly actor: PersonActor };
  readonly person: Person;
  /** The organisation acted for; `undefined` until one of several has been chosen. */
  readonly organisation: Organisation | undefined;
  readonly organisations: readonly Organisation[];
  readonly sessionEnd: SessionEnd;
};

/** Who is signed in, looked up in the database once per call; `undefined` for nobody, and while the database is away. */
export const signedIn = cache(async (): Promise<SignedIn | undefined> => {
  if ((await headers()).get(REFUSAL_HEADER) === AWAY) return undefined;
  const cookie = (await cookies()).get(sessionCookie().name)?.value;
  const id = cookie && (await decodeSessionId(cookie));
  if (!id) return undefined;
  const at = now();
  const db = processDb();
  const session = await findSession(db, id, at);
  const person = session && (await findPerson(db, { uuid: session.personUuid }));
  if (!person) return undefined;
  const organisations = await organisationsOf(db, person.uuid);
  const organisation = organisations.find(({ uuid }) => uuid === session.actingForUuid);
  const actor = personActor(person, session.authenticationLevel, organisation);
  return { context: { db, now: at, actor }, person, organisation, organisations, sessionEnd: endOf(session) };
});

/** The context of a page that anybody may see. */
export async function pageContext(): Promise<Context> {
  const current = await signedIn();
  return current?.context ?? { db: processDb(), now: now(), actor: ANONYMOUS };
}

/** The signed-in person; anybody else goes to the log-in and comes back to this page. */
export async function requirePerson(): Promise<SignedIn> {
  const current = await signedIn();
  if (current) return current;
  redirect(`/login?returnTo=${encodeURIComponent(await currentPath())}`);
}

/** The signed-in person and the organisation acted for; who has chosen none goes to the choice and comes back. */
export async function requireParty(): Promise<SignedIn & { readonly organisation: Organisation }> {
  const current = await requirePerson();
  const { organisation } = current;
  if (organisation) return { ...current, organisation };
  redirect(`/switch?returnTo=${encodeURIComponent(await currentPath())}`);
}

/** Path and query of the page being rendered, as the proxy noted them; never another origin. */
export async function currentPath(): Promise<string> {
  const noted = (await headers()).get(PATH_HEADER) ?? '/';
  return /^\/(?![/\\])/.test(noted) ? noted : '/';
}

/** The actor of a person acting for an organisation, with the scope that pages have. */
export function personActor(
  person: Person,
  authenticationLevel: number,
  organisation: Organisation | undefined,
): PersonActor {
  return {
    kind: 'person',
    partyUuid: person.uuid,
    partyId: person.partyId,
    userId: person.userId,
    name: person.name,
    authenticationLevel,
    scopes: new Set(['altinn:portal/enduser']),
    ...(organisation
      ? { actingFor: { partyUuid: organisation.uuid, partyId: organisation.partyId, orgNo: organisation.orgNo } }
      : {}),
  };
}

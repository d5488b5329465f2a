import type { Db } from '#db/open.ts';
import type { OrganisationActor, PersonActor } from '../context/context.ts';
import type { Section } from '../http/section.ts';
import { storePrefix } from '../maskinporten/prefixes/find-prefix.ts';
import { type Answer, aToken } from './call.ts';
import { anOrganisationActor, TEST_NOW } from './context.ts';
import { anOrganisation, anOrgNo } from './parties.ts';
import { openTestDatabase } from './test-database.ts';

/** Every scope of the administration API but the supplier's and the operator's. */
const ADMINISTRATOR_SCOPES = [
  'idporten:dcr.read',
  'idporten:dcr.modify',
  'idporten:dcr.write',
  'idporten:scopes.read',
  'idporten:scopes.write',
];

/** The machine of an organisation that administers its things, with those scopes or all of them. */
export function anAdministrator(orgNo: string, ...scopes: readonly string[]): OrganisationActor {
  return anOrganisationActor({ orgNo, scopes: new Set(scopes.length === 0 ? ADMINISTRATOR_SCOPES : scopes) });
}

/** A database with an owner of the prefix `acme` and another organisation beside it. */
export async function anAdministration(engine: 'sqlite' | 'postgresql') {
  const database = await openTestDatabase(engine);
  const { db } = database;
  const owner = await anOrganisation(db, { name: 'ACME ETAT' });
  const other = await anOrganisation(db, { name: 'NABO AS' });
  const prefix = `acme${anOrgNo()}`;
  await db.transaction((tx) => storePrefix(tx, { prefix, ownerOrgNo: owner.orgNo, at: TEST_NOW }));
  return {
    database,
    db,
    prefix,
    owner: owner.orgNo,
    other: other.orgNo,
    as: anAdministrator(owner.orgNo),
    asOther: anAdministrator(other.orgNo),
  };
}

/** Calls a section with any body and headers. */
export async function send(
  section: Section,
  db: Db,
  actor: PersonActor | OrganisationActor,
  call: {
    readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE' | 'OPTIONS';
    readonly path: string;
    readonly body?: string;
    readonly headers?: Readonly<Record<string, string>>;
  },
): Promise<Answer> {
  const response = await section.handlers[call.method](
    new Request(`http://localhost${section.base}/${call.path}`, {
      method: call.method,
      headers: { authorization: `Bearer ${await aToken(db, actor)}`, ...call.headers },
      ...(call.body === undefined ? {} : { body: call.body }),
    }),
  );
  const text = await response.text();
  const isJson = response.headers.get('content-type')?.includes('json') ?? false;
  return { status: response.status, headers: response.headers, text, body: isJson ? JSON.parse(text) : text };
}

/** The members of the error shape that tests look at. */
export type AdminError = {
  readonly status: number;
  readonly timestamp: string;
  readonly correlation_id: string;
  readonly error: string;
  readonly error_description: string;
  readonly errors: readonly { readonly errorMessage: string; readonly fieldIdentifier: string }[];
};

import { randomUUID } from 'node:crypto';
import type { Context } from '#lib/context/context.ts';
import { findOrganisation } from '#lib/parties/find-party.ts';
import { approveRequest } from '#lib/requests/approve-request.ts';
import { createChangeRequest } from '#lib/requests/create-change-request.ts';
import { createRequest, type RequestDetails } from '#lib/requests/create-request.ts';
import { forwardRequest } from '#lib/requests/forwarding/forward-request.ts';
import { rejectRequest } from '#lib/requests/reject-request.ts';
import { withdrawRequest } from '#lib/requests/withdraw-request.ts';
import { withdrawSystemUser } from '#lib/requests/withdraw-system-user.ts';
import { addClient } from '#lib/systemusers/clients/add-client.ts';
import { seedBlocked } from './blocked-requests.ts';
import { type Cast, castOf } from './cast.ts';
import { CLIENTS, ORG, PERSON } from './story.ts';
import { ACCOUNTANT_PACKAGE, CLAIMS_PACKAGE, CLAIMS_RIGHT, SMARTCLOUD, SMARTREGNSKAP, TAX_PACKAGE } from './systems.ts';

/** How many of its clients the accountant has connected already. */
const CONNECTED_CLIENTS = 3;

/**
 * Plays what has happened before the story begins, through the verbs themselves: system users in use, and a request in
 * every state that the portal shows. The reference that SmartRegnskap uses by itself is left free for the reader.
 */
export async function seedRequests(vendor: Context): Promise<void> {
  const cast = castOf(vendor);
  await seedCustomer(cast);
  await seedOthers(cast);
  await seedBlocked(cast);
}

async function seedCustomer(cast: Cast): Promise<void> {
  const party = await cast.partyOf(ORG.rorOgVann);
  const ask = async (externalRef: string, integrationTitle: string, daysAgo: number) => {
    const details = { ...smartRegnskap(externalRef, integrationTitle), redirectUrl: undefined };
    return (await createRequest(cast.vendor(daysAgo), details)).request.id;
  };
  const key = (id: string) => ({ kind: 'standard' as const, id, party });

  const inUse = await ask('lillestrom', 'SmartRegnskap Lillestrøm', 240);
  await approveRequest(await cast.person(PERSON.pia, 239), key(inUse));
  await createChangeRequest(cast.vendor(3), {
    correlationId: randomUUID(),
    systemUserId: inUse,
    requiredRights: [],
    unwantedRights: [],
    requiredAccessPackages: [TAX_PACKAGE],
    unwantedAccessPackages: [],
  });

  const ended = await ask('drammen', 'SmartRegnskap Drammen', 400);
  await approveRequest(await cast.person(PERSON.pia, 398), key(ended));
  await withdrawSystemUser(await cast.person(PERSON.pia, 60), { party, systemUserId: ended });

  await ask('utlopt', 'SmartRegnskap Moss', 200);
  const rejected = await ask('moss', 'SmartRegnskap Moss', 90);
  await rejectRequest(await cast.person(PERSON.pia, 88), {
    ...key(rejected),
    reason: 'Vi har lagt ned avdelingen i Moss.',
  });
  const withdrawn = await ask('hamar', 'SmartRegnskap Hamar', 40);
  await withdrawRequest(cast.vendor(38), { what: 'request', id: withdrawn });
  const forwarded = await ask('gjovik', 'SmartRegnskap Gjøvik', 6);
  const pia = (await cast.person(PERSON.pia, 5)).actor;
  await forwardRequest(await cast.person(PERSON.jonas, 5), {
    kind: 'standard',
    id: forwarded,
    toUuid: pia.kind === 'person' ? pia.partyUuid : undefined,
  });
  await ask('elverum', 'SmartRegnskap Elverum', 2);
}

async function seedOthers(cast: Cast): Promise<void> {
  const ape = await createRequest(cast.vendor(120), {
    kind: 'standard',
    systemId: SMARTCLOUD,
    partyOrgNo: ORG.subtilApe,
    rights: [CLAIMS_RIGHT],
    accessPackages: [],
  });
  await approveRequest(await cast.person(PERSON.stillferdig, 119), {
    kind: 'standard',
    id: ape.request.id,
    party: await cast.partyOf(ORG.subtilApe),
  });

  const clients = (externalRef: string | undefined, daysAgo: number) =>
    createRequest(cast.vendor(daysAgo), {
      kind: 'agent',
      systemId: SMARTCLOUD,
      partyOrgNo: ORG.rettRegnskap,
      externalRef,
      accessPackages: [ACCOUNTANT_PACKAGE, CLAIMS_PACKAGE],
    });
  const inUse = await clients(undefined, 100);
  await approveRequest(await cast.person(PERSON.varsom, 99), {
    kind: 'agent',
    id: inUse.request.id,
    party: await cast.partyOf(ORG.rettRegnskap),
  });
  await connectClients(cast, inUse.request.id);
  await clients('avdeling-vest', 4);
}

async function connectClients(cast: Cast, systemUserId: string): Promise<void> {
  const administrator = await cast.person(PERSON.ryddig, 98);
  const party = await cast.partyOf(ORG.rettRegnskap);
  const providerUuid = (await findOrganisation(administrator.db, ORG.rettRegnskap))?.uuid ?? '';
  for (const { orgNo } of CLIENTS.slice(0, CONNECTED_CLIENTS)) {
    const clientUuid = (await findOrganisation(administrator.db, orgNo))?.uuid ?? '';
    await addClient(administrator, { party, systemUserId, providerUuid, clientUuid });
  }
}

function smartRegnskap(externalRef: string, integrationTitle: string): RequestDetails {
  return {
    kind: 'standard',
    systemId: SMARTREGNSKAP,
    partyOrgNo: ORG.rorOgVann,
    externalRef,
    integrationTitle,
    rights: [CLAIMS_RIGHT],
    accessPackages: [],
  };
}

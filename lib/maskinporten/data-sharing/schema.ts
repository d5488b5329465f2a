import { z } from 'zod';
import { administrationProblem } from '../administration/problems.ts';
import { line, optional } from '../administration/schema.ts';
import { jwkBody, keyDto, toKeyDto } from '../client-keys/schema.ts';
import { CLIENT_SCOPES_MAX } from '../clients/model.ts';
import type { ClientWithKeys } from '../clients/read-client.ts';
import { clientBody } from '../clients/schema.ts';

const ENTRIES_MAX = 1000;

const body = z.object({
  scopes: z.array(z.string().max(255)).min(1).max(CLIENT_SCOPES_MAX),
  description: line(255).min(1),
  keys: optional(z.array(jwkBody).max(ENTRIES_MAX), []),
  consumerOrgNr: z.string().nullish(),
});

/**
 * A client as the simplified onboarding asks for it; `consumerOrgNr` only where the caller acts for several, no `keys`
 * where it signs with an enterprise certificate.
 */
export const sharingClientBody = body.transform(({ consumerOrgNr, keys, scopes, description }) => ({
  consumerOrgNo: consumerOrgNr ?? undefined,
  keys,
  client: clientBody.parse({ client_name: description, description, scopes, integration_type: 'maskinporten' }),
}));
export type SharingClientBody = z.output<typeof sharingClientBody>;

/** The client that a call is about. @throws ProblemError 400 when the parameter is missing */
export function toClientId(clientId: string | undefined): string {
  if (clientId) return clientId;
  throw administrationProblem('invalid_request', {
    field: 'client_id',
    detail: 'The query parameter client_id is required.',
  });
}

/** A client on the wire of the simplified onboarding, whose front end reads the first of any list; no keys are `null`. */
export function toSharingClientDto({ client, keys }: ClientWithKeys) {
  return {
    clientId: client.clientId,
    description: client.details.description ?? client.name,
    consumerOrgNr: client.orgNo,
    scopes: client.scopes,
    keys: keys.length === 0 ? null : keys.map(toKeyDto),
  };
}

/** What `toSharingClientDto` gives. */
export const sharingClientDto = z.strictObject({
  clientId: z.string(),
  description: z.string(),
  consumerOrgNr: z.string(),
  scopes: z.array(z.string()),
  keys: z.array(keyDto).min(1).nullable(),
});

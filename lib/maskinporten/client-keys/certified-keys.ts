import type { Context } from '../../context/context.ts';
import { administrationProblem } from '../administration/problems.ts';
import { isStillVouchedFor, orgNoOf } from '../assertion/client-certificate.ts';
import { hasTrustStore } from '../assertion/trust-store.ts';
import type { Client } from '../clients/model.ts';
import { parseCertificate } from './certificate.ts';
import { findClientKeys } from './find-client-keys.ts';
import type { ClientKey, PublicJwk } from './model.ts';
import type { PostedKey } from './new-key.ts';

/**
 * Demands of every certificate that comes with a key that it was issued to the client's owner, and leads to an authority
 * of the trust store, valid and not revoked. Without a trust store nobody can be asked who issued it, and only an
 * organisation number that it names must be right.
 * A certificate that the client has already passes, so that a set can be read, added to and posted; should it have been
 * revoked since, its key signs nothing (`registeredKey`).
 * @throws ProblemError 400 `invalid_key`
 * @see `maskinporten.md` §12.7
 */
export async function assertCertified(context: Context, client: Client, posted: readonly PostedKey[]): Promise<void> {
  const certified = posted.filter(({ jwk }) => jwk.x5c !== undefined);
  if (certified.length === 0) return;
  const present = await findClientKeys(context.db, client.clientId);
  for (const { jwk } of certified) {
    if (!present.some((key) => isSame(key, jwk))) assertIssuedTo(client, jwk.x5c ?? [], context.now);
  }
}

function isSame({ jwk }: ClientKey, { n, x5c = [] }: PublicJwk): boolean {
  return jwk.n === n && jwk.x5c?.join() === x5c.join();
}

function assertIssuedTo(client: Client, chain: readonly string[], now: Date): void {
  const orgNo = orgNoOf(parseCertificate(Buffer.from(chain[0] ?? '', 'base64')));
  const isUnnamed = orgNo === undefined && !hasTrustStore();
  if (orgNo !== client.orgNo && !isUnnamed) throw invalid('The certificate was issued to another organisation.');
  if (isStillVouchedFor(chain, now)) return;
  throw invalid('The certificate is not valid now, is revoked, or its issuer is not trusted here.');
}

function invalid(detail: string) {
  return administrationProblem('invalid_key', { field: 'x5c', detail });
}

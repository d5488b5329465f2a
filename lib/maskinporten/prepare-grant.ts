import { env } from '../config/env.ts';
import { toIso6523 } from '../kernel/brands.ts';
import type { PublicJwk } from './client-keys/model.ts';

/** How long the prepared grant is valid; below what the token endpoint accepts. */
const LIFETIME_SECONDS = 100;

/** A grant that is complete but for its times, its id and its signature. */
export type PreparedGrant = {
  readonly header: { readonly alg: string; readonly kid: string };
  readonly claims: Readonly<Record<string, unknown>>;
};

/**
 * What a client would send to fetch a token: for a customer's system user, by what a customer has delegated to the
 * client's organisation, or for itself.
 */
export function prepareGrant(input: {
  readonly clientId: string;
  readonly key: { readonly kid: string; readonly jwk: PublicJwk };
  readonly scopes: readonly string[];
  readonly systemUser?: { readonly partyOrgNo: string; readonly externalRef: string } | undefined;
  readonly consumerOrgNo?: string | undefined;
}): PreparedGrant {
  const { clientId, key, scopes, systemUser, consumerOrgNo } = input;
  return {
    header: { alg: key.jwk.alg ?? 'RS256', kid: key.kid },
    claims: {
      aud: env().issuer,
      iss: clientId,
      scope: scopes.join(' '),
      ...(systemUser ? { authorization_details: [detailOf(systemUser)] } : {}),
      ...(consumerOrgNo ? { consumer_org: consumerOrgNo } : {}),
    },
  };
}

function detailOf({ partyOrgNo, externalRef }: { readonly partyOrgNo: string; readonly externalRef: string }) {
  return {
    type: 'urn:altinn:systemuser',
    systemuser_org: toIso6523(partyOrgNo),
    ...(externalRef === partyOrgNo ? {} : { externalRef }),
  };
}

/**
 * Writes a program for Node that completes a grant, signs it with the key in `key.pem`, sends it and prints the answer.
 * The key never leaves the machine that runs it.
 */
export function grantProgram({ header, claims }: PreparedGrant): string {
  return `import { createPrivateKey, randomUUID, sign } from 'node:crypto';
import { readFileSync } from 'node:fs';

const now = Math.floor(Date.now() / 1000);
const header = ${JSON.stringify(header, null, 2)};
const claims = {
  ...${JSON.stringify(claims, null, 2).replaceAll('\n', '\n  ')},
  iat: now,
  exp: now + ${LIFETIME_SECONDS},
  jti: randomUUID(),
};
const encode = (part) => Buffer.from(JSON.stringify(part)).toString('base64url');
const unsigned = \`\${encode(header)}.\${encode(claims)}\`;
const key = createPrivateKey(readFileSync('key.pem'));
const signature = sign(\`sha\${header.alg.slice(2)}\`, Buffer.from(unsigned), key);
const assertion = \`\${unsigned}.\${signature.toString('base64url')}\`;
console.log(assertion);

const answer = await fetch('${env().issuer}token', {
  method: 'POST',
  body: new URLSearchParams({ grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer', assertion }),
});
console.log(answer.status, await answer.text());
`;
}

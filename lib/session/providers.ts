import credentialsProvider from 'next-auth/providers/credentials';
import type { Provider } from 'next-auth/providers/index';
import type { OAuthConfig } from 'next-auth/providers/oauth';
import { env } from '../config/env.ts';
import { processDb } from '../context/database.ts';
import { findPerson } from '../parties/find-party.ts';
import { OIDC_PROVIDER, TEST_LOGIN_LEVEL, TEST_PROVIDER, UNKNOWN_PERSON } from './provider-names.ts';
import { findSyntheticPerson } from './synthetic-login.ts';

/** The ways to sign in here: synthetic people unless in production, and an OpenID Connect provider when configured. */
export function providers(): Provider[] {
  const settings = env();
  return [
    ...(settings.PORTAL_ENVIRONMENT === 'production' ? [] : [testProvider()]),
    ...(settings.OIDC_ISSUER === undefined ? [] : [oidcProvider(settings.OIDC_ISSUER)]),
  ];
}

function testProvider(): Provider {
  return credentialsProvider({
    id: TEST_PROVIDER,
    name: 'Synthetic people',
    credentials: { personNo: { type: 'text' }, personUuid: { type: 'text' } },
    async authorize(given) {
      const choice = given?.personUuid ? { personUuid: given.personUuid } : { personNo: given?.personNo ?? '' };
      const person = await findSyntheticPerson(processDb(), choice);
      return { id: person.uuid, name: person.name, level: TEST_LOGIN_LEVEL };
    },
  });
}

/** What an ID token in ID-porten's shape says of the person. */
type OidcProfile = { readonly sub: string; readonly pid?: string; readonly acr?: string };

/** ID-porten's levels of assurance, as numbers that policies compare. */
const LEVELS: Readonly<Record<string, number>> = {
  'idporten-loa-high': 4,
  Level4: 4,
  'idporten-loa-substantial': 3,
  Level3: 3,
};

/**
 * Code flow with PKCE, state and nonce; the client proves itself by `private_key_jwt`. The person number (`pid`) is used
 * to find the person of the register and goes no further.
 * @see OpenID Connect Core 1.0 §3.1, §9
 */
function oidcProvider(issuer: string): OAuthConfig<OidcProfile> {
  const settings = env();
  const jwk = JSON.parse(settings.OIDC_CLIENT_JWK ?? '{}');
  return {
    id: OIDC_PROVIDER,
    name: 'OpenID Connect',
    type: 'oauth',
    issuer,
    wellKnown: `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`,
    clientId: settings.OIDC_CLIENT_ID ?? '',
    authorization: { params: { scope: 'openid profile', acr_values: settings.OIDC_ACR_VALUES } },
    idToken: true,
    checks: ['pkce', 'state', 'nonce'],
    client: { token_endpoint_auth_method: 'private_key_jwt', token_endpoint_auth_signing_alg: jwk.alg ?? 'RS256' },
    jwks: { keys: [jwk] },
    async profile(claims) {
      const person = claims.pid ? await findPerson(processDb(), { personNo: claims.pid }) : undefined;
      return { id: person?.uuid ?? UNKNOWN_PERSON, name: person?.name ?? '', level: LEVELS[claims.acr ?? ''] ?? 0 };
    },
  };
}

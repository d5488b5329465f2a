// The peer of the token benchmark: npm oidc-provider, client credentials with private_key_jwt (RS256), JWT access tokens
// signed RS256, `jti` of the client assertion checked, its own in-memory store. Started as a process of its own.
import { Provider } from 'oidc-provider';

type Input = { port: number; clients: { client_id: string; jwks: { keys: object[] } }[]; signingKey: object };

const input = JSON.parse(process.env.BENCH_PEER ?? '{}') as Input;
const issuer = `http://localhost:${input.port}`;
const resource = 'urn:bench:api';
const scope = 'bench:read';

const provider = new Provider(issuer, {
  clients: input.clients.map((client) => ({
    ...client,
    grant_types: ['client_credentials'],
    redirect_uris: [],
    response_types: [],
    token_endpoint_auth_method: 'private_key_jwt',
    token_endpoint_auth_signing_alg: 'RS256',
    scope,
  })),
  clientAuthMethods: ['private_key_jwt'],
  scopes: [scope],
  jwks: { keys: [input.signingKey] } as never,
  features: {
    devInteractions: { enabled: false },
    clientCredentials: { enabled: true },
    resourceIndicators: {
      enabled: true,
      defaultResource: () => resource,
      getResourceServerInfo: () => ({
        scope,
        audience: resource,
        accessTokenTTL: 120,
        accessTokenFormat: 'jwt',
        jwt: { sign: { alg: 'RS256' } },
      }),
      useGrantedResource: () => true,
    },
  },
});

provider.listen(input.port, '127.0.0.1', () => process.send?.('ready'));

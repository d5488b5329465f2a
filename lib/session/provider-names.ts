/** The test identity provider for synthetic people. */
export const TEST_PROVIDER = 'test';
/** The OpenID Connect provider, in ID-porten's shape. */
export const OIDC_PROVIDER = 'oidc';
/** The level that a log-in as a synthetic person counts as. */
export const TEST_LOGIN_LEVEL = 4;
/** Stands for a person that the provider vouches for and the register does not know. */
export const UNKNOWN_PERSON = 'unknown';

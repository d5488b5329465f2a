import { allowLoginTry, noteFailedLogin } from './login-limit.ts';
import { callAuth } from './next-auth.ts';
import { OIDC_PROVIDER, TEST_PROVIDER } from './provider-names.ts';
import { endCurrentSession } from './sign-out.ts';
import { LOGIN_REFUSALS, type LoginRefusal } from './synthetic-login.ts';

/**
 * Signs a synthetic person in through next-auth's test provider; for server actions.
 * @returns why not, or `undefined` when the session cookie is set.
 */
export async function signInSynthetic(
  given: { readonly personNo: string } | { readonly personUuid: string },
): Promise<LoginRefusal | undefined> {
  if (!(await allowLoginTry())) return 'tooMany';
  await endCurrentSession();
  const target = await callAuth(['callback', TEST_PROVIDER], { ...given, callbackUrl: '/' });
  const error = target.searchParams.get('error');
  if (error === null) return undefined;
  await noteFailedLogin();
  return LOGIN_REFUSALS.find((refusal) => refusal === error) ?? 'failed';
}

/** Starts the OpenID Connect flow: sets state, nonce and PKCE cookies and returns the provider's address. */
export async function startOidcSignIn(returnTo: string): Promise<URL> {
  return callAuth(['signin', OIDC_PROVIDER], { callbackUrl: returnTo });
}

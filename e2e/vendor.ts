import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { importJWK, type JWK, type JWTPayload, SignJWT } from 'jose';
import { ORG } from '#db/seed/story.ts';
import { CLAIMS_RIGHT } from '#db/seed/systems.ts';
import type { House } from './house.ts';

const JWT_BEARER = 'urn:ietf:params:oauth:grant-type:jwt-bearer';
const REQUESTS = '/authentication/api/v1/systemuser/request';

/** What a Maskinporten client of the sandbox keeps to itself. */
type Keys = { readonly clientId: string; readonly jwk: JWK };

/** The machine of SmartCloud AS, or of the service owner: it knows the house by address only. */
export function machine(house: House, guest: 'smartregnskap' | 'smartcloud' | 'krav' = 'smartregnskap') {
  const { clientId, jwk } = readKeys(house, guest);

  const sign = async (claims: JWTPayload, header: Readonly<Record<string, unknown>> = {}): Promise<string> => {
    const now = Math.floor(Date.now() / 1000);
    const key = await importJWK(jwk, 'RS256');
    const payload = { aud: `${house.portal}/`, iss: clientId, iat: now, exp: now + 100, jti: randomUUID(), ...claims };
    return new SignJWT(payload).setProtectedHeader({ alg: 'RS256', kid: jwk.kid, ...header }).sign(key);
  };
  const grant = (assertion: string): Promise<Response> =>
    fetch(`${house.portal}/token`, {
      method: 'POST',
      body: new URLSearchParams({ grant_type: JWT_BEARER, assertion }),
    });
  const token = async (claims: JWTPayload): Promise<string> => {
    const response = await grant(await sign(claims));
    const body = await response.json();
    if (!response.ok) throw new Error(JSON.stringify(body));
    return body.access_token;
  };
  return { clientId, jwk, sign, grant, token };
}

/** What a vendor asks a customer for; a test states only what matters to it. */
export type Asked = {
  readonly systemId?: string;
  readonly partyOrgNo?: string;
  readonly externalRef?: string;
  readonly integrationTitle?: string;
  readonly accessPackages?: readonly { readonly urn: string }[];
  readonly redirectUrl?: string;
};

/** SmartCloud AS asks Rør og Vann AS for a system user, under a reference of its own. */
export async function askForSystemUser(
  house: House,
  asked: Asked = {},
): Promise<{ readonly id: string; readonly confirmUrl: string; readonly externalRef: string }> {
  const scope = 'altinn:authentication/systemuser.request.write';
  const response = await fetch(`${house.portal}${REQUESTS}/vendor`, {
    method: 'POST',
    headers: { authorization: `Bearer ${await machine(house).token({ scope })}`, 'content-type': 'application/json' },
    body: JSON.stringify({
      systemId: `${ORG.smartCloud}_smartregnskap`,
      partyOrgNo: ORG.rorOgVann,
      externalRef: randomUUID(),
      rights: [CLAIMS_RIGHT],
      accessPackages: [],
      ...asked,
    }),
  });
  if (response.status !== 201) throw new Error(await response.text());
  return response.json();
}

/** Reads the request back as its vendor. */
export async function readRequest(house: House, id: string): Promise<Readonly<Record<string, unknown>>> {
  const scope = 'altinn:authentication/systemuser.request.read';
  const response = await fetch(`${house.portal}${REQUESTS}/vendor/${id}`, {
    headers: { authorization: `Bearer ${await machine(house).token({ scope })}` },
  });
  return response.json();
}

/** The part of a grant that asks to act for a customer's system user. */
export function forCustomer(orgNo: string, externalRef?: string) {
  return [
    {
      type: 'urn:altinn:systemuser',
      systemuser_org: { authority: 'iso6523-actorid-upis', ID: `0192:${orgNo}` },
      ...(externalRef === undefined ? {} : { externalRef }),
    },
  ];
}

function readKeys(house: House, guest: string): Keys {
  const prefix = guest.toUpperCase();
  const settings = JSON.parse(readFileSync(`${house.guestsFolder}/${guest}.json`, 'utf8'));
  return { clientId: settings[`${prefix}_CLIENT_ID`], jwk: settings[`${prefix}_CLIENT_JWK`] };
}

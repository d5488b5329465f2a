import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { importJWK, type JWK, type JWTPayload, SignJWT } from 'jose';
import { ORG } from '#db/seed/story.ts';
import { ACCOUNTANT_PACKAGE, CLAIMS_PACKAGE, CLAIMS_RIGHT, SMARTCLOUD, SMARTREGNSKAP } from '#db/seed/systems.ts';
import type { House } from './house.ts';

const JWT_BEARER = 'urn:ietf:params:oauth:grant-type:jwt-bearer';
const REQUESTS = '/authentication/api/v1/systemuser/request';
const CHANGES = '/authentication/api/v1/systemuser/changerequest';

/** What a Maskinporten client of the sandbox keeps to itself. */
type Keys = { readonly clientId: string; readonly jwk: JWK };

/** A program that keeps a client and a key: three of SmartCloud AS, and the service owner's. */
type Guest = 'smartregnskap' | 'smartcloud' | 'smartpayroll' | 'krav';

/** The machine of SmartCloud AS, or of the service owner: it knows the house by address only. */
export function machine(house: House, guest: Guest = 'smartregnskap') {
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

/** What a vendor gets back. */
type Sent = { readonly id: string; readonly confirmUrl: string; readonly externalRef: string };

/** SmartCloud AS asks Rør og Vann AS for a system user, under a reference of its own. */
export async function askForSystemUser(house: House, asked: Asked = {}): Promise<Sent> {
  return send(house, `${REQUESTS}/vendor`, {
    systemId: SMARTREGNSKAP,
    partyOrgNo: ORG.rorOgVann,
    externalRef: randomUUID(),
    rights: [CLAIMS_RIGHT],
    accessPackages: [],
    ...asked,
  });
}

/** SmartCloud AS asks Rett Regnskap AS for a system user that acts for its clients. */
export async function askForAgent(house: House): Promise<Sent> {
  return send(house, `${REQUESTS}/vendor/agent`, {
    systemId: SMARTCLOUD,
    partyOrgNo: ORG.rettRegnskap,
    externalRef: randomUUID(),
    accessPackages: [{ urn: ACCOUNTANT_PACKAGE }, { urn: CLAIMS_PACKAGE }],
  });
}

/** SmartCloud AS asks that a system user may have a package as well. */
export async function askForChange(house: House, systemUserId: string, urn: string): Promise<Sent> {
  const query = new URLSearchParams({ 'correlation-id': randomUUID(), 'system-user-id': systemUserId });
  return send(house, `${CHANGES}/vendor?${query}`, {
    requiredRights: [],
    unwantedRights: [],
    requiredAccessPackages: [{ urn }],
    unwantedAccessPackages: [],
  });
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

async function send(house: House, path: string, body: object): Promise<Sent> {
  const scope = 'altinn:authentication/systemuser.request.write';
  const response = await fetch(`${house.portal}${path}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${await machine(house).token({ scope })}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(await response.text());
  return response.json();
}

function readKeys(house: House, guest: string): Keys {
  const prefix = guest.toUpperCase();
  const settings = JSON.parse(readFileSync(`${house.guestsFolder}/${guest}.json`, 'utf8'));
  return { clientId: settings[`${prefix}_CLIENT_ID`], jwk: settings[`${prefix}_CLIENT_JWK`] };
}

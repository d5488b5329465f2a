/** What helps against a refusal of the token endpoint, by its code, in a sentence or two. */
const HINTS: Readonly<Record<string, string>> = {
  'MP-011': 'The grant has an unknown, missing or malformed claim; the description names it.',
  'MP-012': 'The grant has been used before. Make a new one, with a new jti, for every token.',
  'MP-100': 'Compare the client id with the one in this environment, and see that the client is active.',
  'MP-110': 'Set aud to the issuer of the metadata, its last slash included, and to nothing else.',
  'MP-120': 'Use an enterprise certificate of this environment that is still valid, and send the whole chain in x5c.',
  'MP-121': 'The key has expired on the client. Register a new one, or the same one again.',
  'MP-122': 'The certificate is of another organisation than the one that owns the client.',
  'MP-123': 'x5c must be a list of base64 texts, the leaf certificate first.',
  'MP-124': 'The private key does not belong to the public key that is registered under this kid.',
  'MP-130': 'The grant came too late. Set your clock by a time server, and send each grant at once.',
  'MP-200': 'Add the scope to the client, and spell it as there.',
  'MP-201': 'The scope is not for Maskinporten clients. Ask its owner.',
  'MP-250': 'Ask the owner of the scope to give your organisation access to it.',
  'MP-251': 'The customer must delegate the API to you in Altinn first.',
  'MP-301': 'The type in authorization_details must be urn:altinn:systemuser.',
  'MP-302': 'authorization_details may hold type, systemuser_org and externalRef, and nothing else.',
  'MP-303':
    'See that the customer has approved and has not suspended it, that the system lists this client id, and that externalRef is the one that was asked with.',
  'unknown-kid': 'Register the public key on the client, or sign with the kid of one that is.',
  'kid-required': 'The client has registered keys, so the header of the grant must name one by kid.',
  'issue-time': 'Your clock is ahead. Set it by a time server.',
  'not-before': 'nbf lies ahead. Leave it out, or set your clock by a time server.',
  lifetime: 'Let the grant live for at most 120 seconds from iat to exp.',
  'no-lifetime': 'exp must be later than iat.',
  'consumer-org': 'Leave consumer_org out when you act for your own organisation.',
  target: 'resource must be an absolute address that the scope allows.',
  'grant-type': 'grant_type must be urn:ietf:params:oauth:grant-type:jwt-bearer.',
};

/** The hint for a code, or `undefined` for one that is not known. */
export function hintFor(code: string): string | undefined {
  return Object.hasOwn(HINTS, code) ? HINTS[code] : undefined;
}

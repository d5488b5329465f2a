/** The scopes that a vendor's client needs in Maskinporten. */
export const VENDOR_SCOPES = {
  register: 'altinn:authentication/systemregister.write',
  ask: 'altinn:authentication/systemuser.request.write',
  read: 'altinn:authentication/systemuser.request.read',
} as const;

/** What a test calls something of its own in the sandbox; it is also a part of an address. */
export const GIVEN_NAME = /^[a-z0-9][a-z0-9-]{0,62}$/;

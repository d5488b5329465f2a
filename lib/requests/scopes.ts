/** Lets a vendor ask its customers and take requests back. */
export const REQUEST_WRITE = 'altinn:authentication/systemuser.request.write';
/** Lets a vendor read its requests. */
export const REQUEST_READ = 'altinn:authentication/systemuser.request.read';
/** The scope of a signed-in person at the portal. */
export const END_USER = 'altinn:portal/enduser';

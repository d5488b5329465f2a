/** The path under which access lists lie. */
export const BASE = '/resourceregistry/api/v1/access-lists';

/** Who may read and write, for the API reference. */
export const READ =
  'altinn:resourceregistry/accesslist.read, .write, pdp:accesslist.read or resource.admin, own lists only';
export const DECISION_POINTS = 'altinn:resourceregistry/pdp:accesslist.read or resource.admin';
export const WRITE = 'altinn:resourceregistry/accesslist.write or resource.admin, own lists only';

/** Said of every address that names an owner. */
export const UNKNOWN_OWNER = 'RR.VLD-00010 for an owner that is not in the register';
const OTHER = 'Another version than If-Match or If-Unmodified-Since says';

/** What a look and a change can come to by their conditions, for the API reference. */
export const LOOK_RESPONSES = {
  400: UNKNOWN_OWNER,
  304: 'As known, by If-None-Match or If-Modified-Since',
  404: 'Unknown list',
  412: OTHER,
} as const;
export const CHANGE_RESPONSES = {
  400: UNKNOWN_OWNER,
  412: `${OTHER}, or one that If-None-Match or If-Modified-Since excludes`,
} as const;

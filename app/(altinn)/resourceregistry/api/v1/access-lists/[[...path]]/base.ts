/** The path under which access lists lie. */
export const BASE = '/resourceregistry/api/v1/access-lists';

/** Who may read and write, for the API reference. */
export const READ =
  'altinn:resourceregistry/accesslist.read, .write, pdp:accesslist.read or resource.admin, own lists only';
export const WRITE = 'altinn:resourceregistry/accesslist.write or resource.admin, own lists only';

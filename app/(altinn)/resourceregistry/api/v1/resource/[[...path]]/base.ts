/** The path under which resources lie. */
export const BASE = '/resourceregistry/api/v1/resource';

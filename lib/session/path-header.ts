/** The request header in which the proxy notes path and query of a page; whatever a client sends in it is overwritten. */
export const PATH_HEADER = 'x-portal-path';

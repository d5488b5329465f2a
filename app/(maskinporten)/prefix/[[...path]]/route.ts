import { prefixesAlias } from './endpoints.ts';

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = prefixesAlias.handlers;
export const dynamic = 'force-dynamic';

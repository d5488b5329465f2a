import { organisationsAlias } from './endpoints.ts';

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = organisationsAlias.handlers;
export const dynamic = 'force-dynamic';

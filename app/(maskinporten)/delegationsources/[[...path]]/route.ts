import { sourcesAlias } from './endpoints.ts';

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = sourcesAlias.handlers;
export const dynamic = 'force-dynamic';

import { scopesAlias } from './endpoints.ts';

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = scopesAlias.handlers;
export const dynamic = 'force-dynamic';

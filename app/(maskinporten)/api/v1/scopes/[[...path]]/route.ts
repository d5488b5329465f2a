import { scopes } from './endpoints.ts';

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = scopes.handlers;
export const dynamic = 'force-dynamic';

import { sessionAlias } from './endpoints.ts';

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = sessionAlias.handlers;
export const dynamic = 'force-dynamic';

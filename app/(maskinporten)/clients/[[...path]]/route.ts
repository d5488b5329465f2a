import { clientsAlias } from './endpoints.ts';

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = clientsAlias.handlers;
export const dynamic = 'force-dynamic';

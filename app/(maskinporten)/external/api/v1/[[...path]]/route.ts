import { externalAdministration } from './endpoints.ts';

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = externalAdministration.handlers;
export const dynamic = 'force-dynamic';

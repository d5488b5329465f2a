import { authorizedParty } from './endpoints.ts';

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = authorizedParty.handlers;
export const dynamic = 'force-dynamic';

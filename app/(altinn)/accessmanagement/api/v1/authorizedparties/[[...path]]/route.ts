import { authorizedParties } from './endpoints.ts';

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = authorizedParties.handlers;
export const dynamic = 'force-dynamic';

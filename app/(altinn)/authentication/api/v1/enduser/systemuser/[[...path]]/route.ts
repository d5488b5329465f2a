import { clientDelegation } from './endpoints.ts';

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = clientDelegation.handlers;
export const dynamic = 'force-dynamic';

import { maskinportenDelegations } from './endpoints.ts';

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = maskinportenDelegations.handlers;
export const dynamic = 'force-dynamic';

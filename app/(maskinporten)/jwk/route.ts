import { jwk } from './endpoints.ts';

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = jwk.handlers;
export const dynamic = 'force-dynamic';

import { krav } from './endpoints.ts';

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = krav.handlers;
export const dynamic = 'force-dynamic';

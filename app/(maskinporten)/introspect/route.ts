import { introspect } from './endpoints.ts';

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = introspect.handlers;
export const dynamic = 'force-dynamic';

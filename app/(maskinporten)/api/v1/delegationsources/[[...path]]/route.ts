import { sources } from './endpoints.ts';

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = sources.handlers;
export const dynamic = 'force-dynamic';

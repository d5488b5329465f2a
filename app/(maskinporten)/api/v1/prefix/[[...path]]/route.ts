import { prefixes } from './endpoints.ts';

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = prefixes.handlers;
export const dynamic = 'force-dynamic';

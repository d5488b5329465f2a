import { exchange } from './endpoints.ts';

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = exchange.handlers;
export const dynamic = 'force-dynamic';

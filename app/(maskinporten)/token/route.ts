import { token } from './endpoints.ts';

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = token.handlers;
export const dynamic = 'force-dynamic';

import { authorization } from './endpoints.ts';

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = authorization.handlers;
export const dynamic = 'force-dynamic';

import { openid } from './endpoints.ts';

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = openid.handlers;
export const dynamic = 'force-dynamic';

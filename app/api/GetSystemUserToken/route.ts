import { systemUserToken } from './endpoints.ts';

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = systemUserToken.handlers;
export const dynamic = 'force-dynamic';

import { platformAccessToken } from './endpoints.ts';

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = platformAccessToken.handlers;
export const dynamic = 'force-dynamic';

import { jwkJson } from '../jwk/endpoints.ts';

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = jwkJson.handlers;
export const dynamic = 'force-dynamic';

import { personalToken } from './endpoints.ts';

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = personalToken.handlers;
export const dynamic = 'force-dynamic';

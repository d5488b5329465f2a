import { session } from './endpoints.ts';

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = session.handlers;
export const dynamic = 'force-dynamic';

import { logout } from './endpoints.ts';

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = logout.handlers;
export const dynamic = 'force-dynamic';

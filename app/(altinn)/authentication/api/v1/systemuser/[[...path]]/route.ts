import { systemUsers } from './endpoints.ts';

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = systemUsers.handlers;
export const dynamic = 'force-dynamic';

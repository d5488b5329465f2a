import { frontSystemUsers } from './endpoints.ts';

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = frontSystemUsers.handlers;
export const dynamic = 'force-dynamic';

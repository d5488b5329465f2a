import { clients } from './endpoints.ts';

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = clients.handlers;
export const dynamic = 'force-dynamic';

import { systemUserRequests } from './endpoints.ts';

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = systemUserRequests.handlers;
export const dynamic = 'force-dynamic';

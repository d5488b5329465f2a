import { changeRequests } from './endpoints.ts';

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = changeRequests.handlers;
export const dynamic = 'force-dynamic';

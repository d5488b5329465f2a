import { resources } from './endpoints.ts';

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = resources.handlers;
export const dynamic = 'force-dynamic';

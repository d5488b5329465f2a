import { scenarios } from './endpoints.ts';

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = scenarios.handlers;
export const dynamic = 'force-dynamic';

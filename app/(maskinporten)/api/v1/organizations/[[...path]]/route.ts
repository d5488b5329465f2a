import { organisations } from './endpoints.ts';

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = organisations.handlers;
export const dynamic = 'force-dynamic';

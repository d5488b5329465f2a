import { journal } from './endpoints.ts';

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = journal.handlers;
export const dynamic = 'force-dynamic';

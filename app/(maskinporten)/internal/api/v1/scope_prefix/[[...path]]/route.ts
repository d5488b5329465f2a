import { prefixAssignments } from './endpoints.ts';

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = prefixAssignments.handlers;
export const dynamic = 'force-dynamic';

import { namespaces } from './endpoints.ts';

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = namespaces.handlers;
export const dynamic = 'force-dynamic';

import { accessLists } from './endpoints.ts';

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = accessLists.handlers;
export const dynamic = 'force-dynamic';

import { administrationRoot } from './endpoints.ts';

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = administrationRoot.handlers;
export const dynamic = 'force-dynamic';

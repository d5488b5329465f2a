import { dataSharingAlias } from './endpoints.ts';

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = dataSharingAlias.handlers;
export const dynamic = 'force-dynamic';

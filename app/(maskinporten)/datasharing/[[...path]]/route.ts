import { dataSharingRoot } from './endpoints.ts';

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = dataSharingRoot.handlers;
export const dynamic = 'force-dynamic';

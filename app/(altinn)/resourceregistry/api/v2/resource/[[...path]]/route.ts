import { resourcesV2 } from './endpoints.ts';

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = resourcesV2.handlers;
export const dynamic = 'force-dynamic';

import { resourceOwner } from './endpoints.ts';

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = resourceOwner.handlers;
export const dynamic = 'force-dynamic';

import { webhooks } from './endpoints.ts';

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = webhooks.handlers;
export const dynamic = 'force-dynamic';

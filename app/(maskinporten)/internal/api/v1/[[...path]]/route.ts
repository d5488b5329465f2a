import { operatorCalls } from './endpoints.ts';

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = operatorCalls.handlers;
export const dynamic = 'force-dynamic';

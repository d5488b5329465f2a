import { endUser } from './endpoints.ts';

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = endUser.handlers;
export const dynamic = 'force-dynamic';

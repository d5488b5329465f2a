import { snapshots } from './endpoints.ts';

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = snapshots.handlers;
export const dynamic = 'force-dynamic';

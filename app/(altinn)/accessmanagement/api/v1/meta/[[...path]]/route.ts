import { accessPackages } from './endpoints.ts';

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = accessPackages.handlers;
export const dynamic = 'force-dynamic';

import { enterpriseToken } from './endpoints.ts';

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = enterpriseToken.handlers;
export const dynamic = 'force-dynamic';

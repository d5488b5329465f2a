import { metadata } from '../../metadata/endpoints.ts';

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = metadata.handlers;
export const dynamic = 'force-dynamic';

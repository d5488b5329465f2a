import { clientKeyTexts } from './endpoints.ts';

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = clientKeyTexts.handlers;
export const dynamic = 'force-dynamic';

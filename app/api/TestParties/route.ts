import { testParties } from './endpoints.ts';

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = testParties.handlers;
export const dynamic = 'force-dynamic';

import { systemRegister } from './endpoints.ts';

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = systemRegister.handlers;
export const dynamic = 'force-dynamic';

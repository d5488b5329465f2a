import { frontSystemRegister } from './endpoints.ts';

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = frontSystemRegister.handlers;
export const dynamic = 'force-dynamic';

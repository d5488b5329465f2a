import { securityTxt } from '../../security-txt/endpoints.ts';

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = securityTxt.handlers;
export const dynamic = 'force-dynamic';

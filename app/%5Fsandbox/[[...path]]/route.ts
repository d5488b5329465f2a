import { sandboxControls } from '../../api/_sandbox/endpoints.ts';

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = sandboxControls.handlers;
export const dynamic = 'force-dynamic';

import { receiveEvent } from '#lib/demo/smartregnskap/receive-event.ts';
import { findSettings } from '#lib/demo/smartregnskap/settings.ts';

const BODY_MAX_BYTES = 16 * 1024;

export const dynamic = 'force-dynamic';

/** Where SmartRegnskap hears of its customers' answers. */
export async function POST(request: Request): Promise<Response> {
  const settings = findSettings(process.env);
  if (!settings) return new Response(null, { status: 404 });
  if (Number(request.headers.get('content-length') ?? Number.NaN) > BODY_MAX_BYTES) {
    return new Response(null, { status: 413 });
  }
  const delivery = { headers: request.headers, body: await request.text() };
  return new Response(null, { status: await receiveEvent(settings, delivery, new Date()) });
}

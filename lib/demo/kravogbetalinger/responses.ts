import { KravError } from './problems.ts';

/** Writes a refusal; what is not one of ours is a bug, and its message stays in the log. */
export function refuse(error: unknown, correlationId: string): Response {
  const refusal = error instanceof KravError ? error : new KravError('KB-001', 'Noe gikk galt hos oss.');
  const body = { kode: refusal.code, melding: refusal.message, korrelasjonsid: correlationId };
  return json(refusal.status, body, refusal.headers);
}

/** Writes a JSON answer that nobody may keep. */
export function json(status: number, body: unknown, headers: Readonly<Record<string, string>> = {}): Response {
  return new Response(JSON.stringify(body), {
    status,
    headers: {
      'Content-Type': 'application/json; charset=utf-8',
      'Cache-Control': 'no-store',
      'X-Content-Type-Options': 'nosniff',
      ...headers,
    },
  });
}

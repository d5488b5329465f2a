import { globSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { PEER_HEADER } from './address.ts';
import { answerUnread } from './answer-unread.ts';
import { BODY_MAX_BYTES } from './body.ts';
import { knownText } from './responses.ts';
import type { Section } from './section.ts';

/** What the lane needs of a section; the guests build theirs without our code. */
export type LaneSection = Pick<Section, 'base' | 'handlers'> & Partial<Section>;

/** Finds the section that answers a path: the longest base that matches without regard to case, or `undefined`. */
export type Lane = (pathname: string) => LaneSection | undefined;

/** Loads the API sections of the wings from their `endpoints.ts` files; each exports its sections. */
export async function loadSections(appFolder: string, wings: readonly string[]): Promise<readonly LaneSection[]> {
  const files = wings.flatMap((wing) => globSync(`${wing}/**/endpoints.ts`, { cwd: appFolder })).sort();
  const modules = await Promise.all(
    files.map(async (file) => (await import(pathToFileURL(join(appFolder, file)).href)) as Record<string, unknown>),
  );
  return modules.flatMap((module) => Object.values(module).filter(isSection));
}

function isSection(value: unknown): value is LaneSection {
  return typeof value === 'object' && value !== null && 'handlers' in value && 'base' in value;
}

/** Builds the table of the machine lane: bases by their first segment, longest first. */
export function createLane(sections: readonly LaneSection[]): Lane {
  const table = new Map<string, { section: LaneSection; base: string }[]>();
  for (const section of sections) {
    const base = section.base.toLowerCase();
    const first = firstSegment(base);
    table.set(
      first,
      [...(table.get(first) ?? []), { section, base }].sort((a, b) => b.base.length - a.base.length),
    );
  }
  return (pathname) => {
    const path = pathname.toLowerCase();
    return table.get(firstSegment(path))?.find(({ base }) => path === base || path.startsWith(`${base}/`))?.section;
  };
}

function firstSegment(path: string): string {
  const end = path.indexOf('/', 1);
  return end < 0 ? path.slice(1) : path.slice(1, end);
}

/**
 * Answers a Node request with a section's own handler: the same function that Next calls for the route.
 * @param origin the public address of this server; the Host header is never used
 */
export async function answer(
  section: LaneSection,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  origin: string,
): Promise<void> {
  const method = incoming.method ?? 'GET';
  const handler = section.handlers[method as keyof Section['handlers']] ?? section.handlers.OPTIONS;
  const body = hasBody(incoming) ? await readBody(incoming, section.maxBodyBytes ?? BODY_MAX_BYTES) : undefined;
  if (body === 'too-large') return refuseTooLarge(incoming, outgoing, section, origin);
  const request = new Request(`${origin}${incoming.url}`, {
    method,
    headers: headersOf(incoming),
    ...(body && method !== 'GET' && method !== 'HEAD' ? { body } : {}),
  });
  await send(outgoing, await handler(request));
}

function hasBody(incoming: IncomingMessage): boolean {
  return incoming.headers['transfer-encoding'] !== undefined || Number(incoming.headers['content-length'] ?? 0) > 0;
}

/** Collects the body and gives up as soon as it is larger than allowed, by its stated length or while it streams. */
function readBody(incoming: IncomingMessage, maxBytes: number): Promise<Buffer<ArrayBuffer> | 'too-large'> {
  if (Number(incoming.headers['content-length'] ?? 0) > maxBytes) return Promise.resolve('too-large');
  return new Promise((resolve, reject) => {
    const chunks: Buffer<ArrayBuffer>[] = [];
    let size = 0;
    const collect = (chunk: Buffer<ArrayBuffer>) => {
      size += chunk.length;
      chunks.push(chunk);
      if (size <= maxBytes) return;
      incoming.off('data', collect).pause();
      resolve('too-large');
    };
    incoming.on('data', collect);
    incoming.once('end', () => resolve(chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks)));
    incoming.once('error', reject);
  });
}

/** Lets the section word the refusal, then closes the connection without keeping the rest. */
async function refuseTooLarge(
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  section: LaneSection,
  origin: string,
): Promise<void> {
  const headers = new Headers(headersOf(incoming));
  headers.set('content-length', String((section.maxBodyBytes ?? BODY_MAX_BYTES) + 1));
  headers.delete('transfer-encoding');
  const response = await section.handlers.POST(
    new Request(`${origin}${incoming.url}`, { method: incoming.method ?? 'POST', headers }),
  );
  const refused = response.status === 413 ? response : new Response(null, { status: 413 });
  answerUnread(incoming, outgoing, 413, {
    headers: Object.fromEntries(refused.headers),
    body: Buffer.from(await refused.arrayBuffer()),
  });
}

/** Pairs, since `Request` makes its own `Headers` of them and would only copy ours. */
function headersOf(incoming: IncomingMessage): [string, string][] {
  const pairs: [string, string][] = [[PEER_HEADER, incoming.socket.remoteAddress ?? '']];
  for (let index = 0; index + 1 < incoming.rawHeaders.length; index += 2) {
    const name = incoming.rawHeaders[index] ?? '';
    if (name.toLowerCase() !== PEER_HEADER) pairs.push([name, incoming.rawHeaders[index + 1] ?? '']);
  }
  return pairs;
}

async function send(outgoing: ServerResponse, response: Response): Promise<void> {
  const headers: Record<string, string | string[]> = Object.fromEntries(response.headers);
  const cookies = response.headers.getSetCookie();
  if (cookies.length > 0) headers['set-cookie'] = cookies;
  const body = response.body ? (knownText(response) ?? Buffer.from(await response.arrayBuffer())) : undefined;
  if (body !== undefined) headers['content-length'] = String(Buffer.byteLength(body));
  outgoing.writeHead(response.status, headers);
  outgoing.end(body);
}

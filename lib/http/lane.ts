import { globSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { currentTrace } from '../kernel/trace.ts';
import { answerUnread } from './answer-unread.ts';
import { BODY_MAX_BYTES } from './body.ts';
import { LaneRequest } from './lane-request.ts';
import { findRoute } from './path-template.ts';
import { type Answer, toAnswer } from './responses.ts';
import type { Section } from './section.ts';

/** What the lane needs of a section; the guests build theirs without our code. */
export type LaneSection = Pick<Section, 'base' | 'handlers'> & Partial<Section>;

/** Finds the section that answers a path: the longest base that matches without regard to case, or `undefined`. */
export type Lane = (pathname: string) => LaneSection | undefined;

/** Loads the API sections of the wings from their `endpoints` files; each exports its sections. */
export async function loadSections(appFolder: string, wings: readonly string[]): Promise<readonly LaneSection[]> {
  const files = wings.flatMap((wing) => globSync(`${wing}/**/endpoints.{ts,mjs}`, { cwd: appFolder })).sort();
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
 * Answers a Node request as the section does: by the function behind the handlers that Next calls for the route.
 * @param origin the public address of this server; the Host header is never used
 */
export async function answer(
  section: LaneSection,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  origin: string,
): Promise<void> {
  const body = hasBody(incoming) ? await readBody(incoming, section.maxBodyBytes ?? BODY_MAX_BYTES) : undefined;
  if (body === 'too-large') return refuseTooLarge(incoming, outgoing, section, origin);
  const answered = await answerOf(section, new LaneRequest(incoming, origin, body));
  await endOfTurn();
  send(outgoing, answered);
}

let turn: Promise<void> | undefined;

/**
 * Waits until all that has come in one turn of the event loop is answered, so that the answers are written one after the
 * other: a reader who sleeps is woken for every write that comes alone, which takes as long as a quarter of a decision.
 */
function endOfTurn(): Promise<void> {
  turn ??= new Promise((resolve) =>
    setImmediate(() => {
      turn = undefined;
      resolve();
    }),
  );
  return turn;
}

async function answerOf(section: LaneSection, request: LaneRequest): Promise<Answer> {
  if (section.answer) return section.answer(request);
  noteRoute(section, request);
  const handler = section.handlers[request.method as keyof Section['handlers']] ?? section.handlers.OPTIONS;
  return toAnswer(await handler(request.toRequest()));
}

/** A guest's section does not say by which of its templates it answers. */
function noteRoute({ base, endpoints = [] }: LaneSection, { url }: LaneRequest): void {
  const span = currentTrace()?.span;
  const templates = endpoints.map(({ path }) => path);
  const route = span && findRoute(base, templates, new URL(url).pathname);
  if (route) span.note('http.route', route);
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
  const unread = new LaneRequest(incoming, origin, (section.maxBodyBytes ?? BODY_MAX_BYTES) + 1);
  const { status, headers, body } = await answerOf(section, unread);
  answerUnread(incoming, outgoing, 413, status === 413 ? { headers, body: body ?? '' } : {});
}

function send(outgoing: ServerResponse, { status, headers, cookies = [], body }: Answer): void {
  outgoing.writeHead(status, cookies.length > 0 ? { ...headers, 'set-cookie': [...cookies] } : headers);
  outgoing.end(body ?? undefined);
}

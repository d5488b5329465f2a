import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BareError } from '../kernel/errors.ts';
import { readForm } from './form.ts';

const FORM = 'application/x-www-form-urlencoded';

function formRequest(body: Uint8Array<ArrayBuffer> | string, headers: Readonly<Record<string, string>>): Request {
  return new Request('http://localhost:3000/token', { method: 'POST', headers, body });
}

const anything = fc.oneof(
  fc.uint8Array({ maxLength: 300 }).map((bytes) => new Uint8Array(bytes)),
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.stringMatching(/^[a-z%&=+0-9;]{0,100}$/),
);
const header = fc.stringMatching(/^[\x21-\x7e]{0,40}$/);
const contentType = fc.oneof(
  fc.constant(FORM),
  fc.constantFrom('utf-8', '"UTF-8"', 'ISO-8859-1', 'utf-16', '').map((charset) => `${FORM};charset=${charset}`),
  header,
);

describe('the form parser', () => {
  it('gives fields or one of its documented refusals, whatever the bytes and the headers', async () => {
    await fc.assert(
      fc.asyncProperty(anything, contentType, fc.option(header), async (body, type, encoding) => {
        const headers = { 'content-type': type, ...(encoding === null ? {} : { 'content-encoding': encoding }) };
        const outcome = await readForm(formRequest(body, headers)).catch((error: unknown) => error);
        if (outcome instanceof Map) return;
        expect(outcome).toBeInstanceOf(BareError);
        expect([400, 415]).toContain((outcome as BareError).status);
      }),
      { numRuns: 500 },
    );
  });

  it('gives back every value of every field in the order it came', async () => {
    const pairs = fc.array(fc.tuple(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' })), {
      maxLength: 20,
    });
    await fc.assert(
      fc.asyncProperty(pairs, async (fields) => {
        const form = await readForm(formRequest(new URLSearchParams(fields).toString(), { 'content-type': FORM }));
        for (const [name, values] of form) {
          expect(values).toEqual(fields.filter(([field]) => field === name).map(([, value]) => value));
        }
        expect([...form.keys()]).toEqual([...new Set(fields.map(([name]) => name))]);
      }),
    );
  });
});

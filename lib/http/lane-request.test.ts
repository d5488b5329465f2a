import { IncomingMessage } from 'node:http';
import { Socket } from 'node:net';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PEER_HEADER } from './address.ts';
import { LaneRequest } from './lane-request.ts';

const ORIGIN = 'http://localhost:3000';

function aLaneRequest(
  rawHeaders: readonly string[],
  body?: Buffer<ArrayBuffer> | number,
  method = 'POST',
): LaneRequest {
  const incoming = new IncomingMessage(new Socket());
  Object.assign(incoming, { method, url: '/a?b=c', rawHeaders });
  return new LaneRequest(incoming, ORIGIN, body);
}

const name = fc.constantFrom(
  'accept',
  'Accept',
  'authorization',
  'AUTHORIZATION',
  'cookie',
  'Cookie',
  'x-a',
  PEER_HEADER,
);
const value = fc.stringMatching(/^[!-~]([ -~]{0,20}[!-~])?$/);

describe('a request on the machine lane', () => {
  it('has the headers that the standard’s Request has of it', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(name, value), { maxLength: 8 }), (pairs) => {
        const request = aLaneRequest(pairs.flat());
        const standard = request.toRequest();
        for (const wanted of ['Accept', 'authorization', 'cookie', 'x-a', 'x-b', PEER_HEADER]) {
          expect([wanted, request.headers.get(wanted)]).toEqual([wanted, standard.headers.get(wanted)]);
          expect(request.headers.has(wanted)).toBe(standard.headers.has(wanted));
        }
      }),
    );
  });

  it('lets no caller say where it comes from', () => {
    const { headers } = aLaneRequest([PEER_HEADER, '192.0.2.1', 'X-Peer-Address', '192.0.2.2']);
    expect(headers.get(PEER_HEADER)).toBe('');
  });

  it('gives its body whole and in chunks, as its Request does', async () => {
    const request = aLaneRequest([], Buffer.from('{"æ":1}'));
    const chunks = [];
    for await (const chunk of request.body ?? []) chunks.push(chunk);
    const texts = [Buffer.concat(chunks).toString(), Buffer.from(await request.bytes()).toString()];
    expect([...texts, await request.toRequest().text()]).toEqual(Array(3).fill('{"æ":1}'));
  });

  it('says of a body that was not read how long it is at least, whatever the caller says', () => {
    const { headers, body } = aLaneRequest(['Content-Length', '1'], 65_537);
    expect([headers.get('content-length'), body]).toEqual(['65537', null]);
  });
});

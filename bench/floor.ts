// What every token endpoint on Node pays: Node's own HTTP server, one verification and one signature for each request, and
// nothing else. It reads no grant, knows no client and keeps nothing. Started as a process of its own.
import { createPublicKey, type JsonWebKey, sign, verify } from 'node:crypto';
import { createServer } from 'node:http';
import { promisify } from 'node:util';
import { newKey } from './keys.ts';

const signInPool = promisify(sign);
const key = await newKey();
const publicKey = createPublicKey({ key: key.publicJwk as JsonWebKey, format: 'jwk' });
const data = Buffer.alloc(500, 'x');
const signature = sign('sha256', data, key.privateKey);
const payload = data.toString('base64url');

const server = createServer(async (incoming, outgoing) => {
  for await (const _ of incoming);
  verify('sha256', data, publicKey, signature);
  const signed = await signInPool('sha256', data, key.privateKey);
  const body = JSON.stringify({ access_token: `${payload}.${signed.toString('base64url')}`, token_type: 'Bearer' });
  outgoing.writeHead(200, { 'Content-Type': 'application/json', 'Content-Length': body.length }).end(body);
});
server.listen(Number(process.env.PORT), '127.0.0.1', () => process.send?.('ready'));

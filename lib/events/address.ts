import { BlockList, isIP } from 'node:net';
import { env } from '../config/env.ts';

/** The longest address that is stored, in characters. */
const URL_MAX_CHARACTERS = 1000;

/** Where an event may go: unencrypted, or to this machine itself. */
export type Reach = { readonly http: boolean; readonly loopback: boolean };

/**
 * Networks that nobody on the internet can mean: private, shared, link-local (with the clouds' metadata services),
 * documentation, benchmark, multicast, reserved, and those that carry an IPv4 address inside.
 * @see IANA IPv4 and IPv6 Special-Purpose Address Registries
 */
const CLOSED: readonly (readonly [network: string, bits: number, family: 'ipv4' | 'ipv6'])[] = [
  ['0.0.0.0', 8, 'ipv4'],
  ['10.0.0.0', 8, 'ipv4'],
  ['100.64.0.0', 10, 'ipv4'],
  ['127.0.0.0', 8, 'ipv4'],
  ['169.254.0.0', 16, 'ipv4'],
  ['172.16.0.0', 12, 'ipv4'],
  ['192.0.0.0', 24, 'ipv4'],
  ['192.0.2.0', 24, 'ipv4'],
  ['192.88.99.0', 24, 'ipv4'],
  ['192.168.0.0', 16, 'ipv4'],
  ['198.18.0.0', 15, 'ipv4'],
  ['198.51.100.0', 24, 'ipv4'],
  ['203.0.113.0', 24, 'ipv4'],
  ['224.0.0.0', 4, 'ipv4'],
  ['240.0.0.0', 4, 'ipv4'],
];
/** Of IPv6 only what is handed out to the internet is open, without its tunnels and examples. */
const OPEN_IPV6 = ['2000::', 3] as const;
const CLOSED_IPV6: readonly (readonly [network: string, bits: number])[] = [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
];

const closed = new BlockList();
for (const [network, bits, family] of CLOSED) closed.addSubnet(network, bits, family);
for (const [network, bits] of CLOSED_IPV6) closed.addSubnet(network, bits, 'ipv6');
const open = new BlockList();
open.addSubnet(...OPEN_IPV6, 'ipv6');
const loopback = new BlockList();
loopback.addSubnet('127.0.0.0', 8, 'ipv4');
loopback.addAddress('::1', 'ipv6');

/** What the settings allow. */
export function reachOf(): Reach {
  const { WEBHOOK_HTTP, WEBHOOK_LOOPBACK } = env();
  return { http: WEBHOOK_HTTP, loopback: WEBHOOK_LOOPBACK };
}

/** Whether an IP address may be connected to. */
export function isOpenAddress(address: string, reach: Reach): boolean {
  const family = isIP(address);
  if (family === 0) return false;
  if (family === 4) return loopback.check(address) ? reach.loopback : !closed.check(address);
  if (loopback.check(address, 'ipv6')) return reach.loopback;
  return open.check(address, 'ipv6') && !closed.check(address, 'ipv6');
}

/**
 * The address in its one spelling, or `undefined` when nothing may be sent there. Resolves no names: what a name leads to
 * is looked at when something is sent.
 */
export function parseTarget(text: string, reach: Reach): URL | undefined {
  const url = text.length > URL_MAX_CHARACTERS ? null : URL.parse(text);
  if (!url) return undefined;
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && reach.http)) return undefined;
  if (url.username !== '' || url.password !== '' || url.hash !== '') return undefined;
  const host = bareHost(url);
  if (isIP(host) > 0) return isOpenAddress(host, reach) ? url : undefined;
  const isOwn = /^(.*\.)?localhost\.?$/i.test(host);
  return isOwn && !reach.loopback ? undefined : url;
}

/** The host without the brackets of an IPv6 address. */
function bareHost(url: URL): string {
  return url.hostname.replace(/^\[|\]$/g, '');
}

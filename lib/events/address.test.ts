import { describe, expect, it } from 'vitest';
import { isOpenAddress, parseTarget, type Reach } from './address.ts';

const STRICT: Reach = { http: false, loopback: false };
const SANDBOX: Reach = { http: true, loopback: true };

describe('where an event may go', () => {
  it.each([
    '169.254.169.254',
    '10.1.2.3',
    '172.31.255.255',
    '192.168.0.1',
    '100.64.0.1',
    '0.0.0.0',
    '224.0.0.1',
    '255.255.255.255',
    'fe80::1',
    'fd00:ec2::254',
    'ff02::1',
    '::',
    '::ffff:10.0.0.1',
    '::ffff:169.254.169.254',
    '64:ff9b::a00:1',
    '2002:a00:1::',
    '2001:0:a00:1::',
    'not an address',
  ])('D13 is never %s', (address) => {
    expect([isOpenAddress(address, STRICT), isOpenAddress(address, SANDBOX)]).toEqual([false, false]);
  });

  it.each(['127.0.0.1', '127.8.8.8', '::1', '::ffff:127.0.0.1'])(
    'D13 is %s only where the settings allow it',
    (address) => {
      expect([isOpenAddress(address, STRICT), isOpenAddress(address, SANDBOX)]).toEqual([false, true]);
    },
  );

  it.each(['192.0.32.7', '2a02:2770::1'])('is %s', (address) => {
    expect(isOpenAddress(address, STRICT)).toBe(true);
  });

  it.each([
    'https://169.254.169.254/latest/meta-data',
    'https://0xa9fea9fe/',
    'https://2852039166/',
    'https://[::ffff:a9fe:a9fe]/',
    'https://localhost/',
    'https://a.localhost./',
    'http://hooks.example/',
    'https://user:pass@hooks.example/',
    'https://hooks.example/#part',
    'ftp://hooks.example/',
    'file:///etc/passwd',
    `https://hooks.example/${'x'.repeat(1000)}`,
    'no address',
  ])('D13 is not the address %s', (text) => {
    expect(parseTarget(text, STRICT)).toBeUndefined();
  });

  it('is an https address with port, path and query, and http where the settings allow it', () => {
    expect(parseTarget('https://hooks.example:8443/a?b=c', STRICT)?.href).toBe('https://hooks.example:8443/a?b=c');
    expect(parseTarget('http://localhost:3000/a', SANDBOX)?.href).toBe('http://localhost:3000/a');
  });
});

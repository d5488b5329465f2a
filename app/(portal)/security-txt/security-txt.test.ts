import { describe, expect, it } from 'vitest';
import { env } from '#lib/config/env.ts';
import { DAY_MS } from '#lib/kernel/durations.ts';
import { securityTxt } from './endpoints.ts';

describe('security.txt', () => {
  it('names a contact and expires within a year, counted from the request', async () => {
    const response = await securityTxt.handlers.GET(new Request(`${env().PORTAL_URL}/.well-known/security.txt`));
    expect(response.headers.get('content-type')).toBe('text/plain; charset=utf-8');
    const lines = (await response.text()).trimEnd().split('\n');
    const fields = new Map(lines.map((line) => [line.split(': ')[0], line.slice(line.indexOf(': ') + 2)]));
    expect(fields.get('Contact')).toMatch(/^(mailto|https|tel):/);
    expect(fields.get('Canonical')).toBe(`${env().PORTAL_URL}/.well-known/security.txt`);
    const days = (Date.parse(fields.get('Expires') ?? '') - Date.now()) / DAY_MS;
    expect(days).toBeGreaterThan(30);
    expect(days).toBeLessThan(366);
  });
});

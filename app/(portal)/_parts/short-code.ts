import { parseUuid } from '#lib/kernel/brands.ts';

/** A request's id in 22 characters, for a QR code or an e-mail: base64url of the UUID's 16 bytes. */
export function toShortCode(id: string): string {
  return Buffer.from(id.replaceAll('-', ''), 'hex').toString('base64url');
}

/** The id behind a short code, or `undefined` when the code is not one. */
export function parseShortCode(code: string): string | undefined {
  if (!/^[A-Za-z0-9_-]{22}$/.test(code)) return undefined;
  const hex = Buffer.from(code, 'base64url').toString('hex');
  return parseUuid(hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5'));
}

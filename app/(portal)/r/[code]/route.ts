import { noSuchLink } from '../../_parts/no-such-link.ts';
import { parseShortCode } from '../../_parts/short-code.ts';

/** The short link of a QR code or an e-mail: the request's id in fewer characters, and nothing secret. */
export async function GET(_: Request, { params }: { readonly params: Promise<{ readonly code: string }> }) {
  const id = parseShortCode((await params).code);
  if (!id) return noSuchLink();
  return new Response(null, { status: 307, headers: { location: `/requests/${id}` } });
}

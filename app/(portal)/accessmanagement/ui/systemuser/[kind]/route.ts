import { parseUuid } from '#lib/kernel/brands.ts';
import { noSuchLink } from '../../../../_parts/no-such-link.ts';

const KINDS = ['request', 'agentrequest', 'changerequest'];

/** Altinn's own deep links lead to the one request page; without a usable id, to the list. */
export async function GET(request: Request, { params }: { readonly params: Promise<{ readonly kind: string }> }) {
  const { kind } = await params;
  if (!KINDS.includes(kind.toLowerCase())) return noSuchLink();
  const id = parseUuid(new URL(request.url).searchParams.get('id') ?? '');
  return new Response(null, { status: 307, headers: { location: id ? `/requests/${id}` : '/requests' } });
}

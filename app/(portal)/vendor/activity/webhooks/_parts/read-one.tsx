import { readEndpoint } from '#lib/events/endpoints/read-endpoints.ts';
import { requireParty } from '#lib/session/page-context.ts';
import { translator } from '#lib/session/translator.ts';
import { ask } from '../../../../_parts/ask.ts';
import { Crumbs } from '../../../../_parts/crumbs.tsx';
import { LIST, pathOf } from './paths.ts';

export type EndpointParams = Promise<{ readonly endpointId: string }>;

/** The address that the page is about, and who looks at it. */
export async function readOne(params: EndpointParams) {
  const current = await requireParty();
  const endpointId = decodeURIComponent((await params).endpointId);
  return { ...current, endpoint: await ask(readEndpoint(current.context, { endpointId })) };
}

/** The way to the page of an address, or to one below it. */
export async function EndpointCrumbs({ below }: { readonly below?: { readonly id: string; readonly url: string } }) {
  const t = await translator('webhooks');
  const vendor = await translator('vendor');
  return (
    <Crumbs
      links={[
        { href: '/vendor/activity', text: vendor('activity.title') },
        { href: LIST, text: t('title') },
        ...(below ? [{ href: pathOf(below.id), text: new URL(below.url).host }] : []),
      ]}
    />
  );
}

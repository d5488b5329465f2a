import type { Metadata } from 'next';
import { CardBox } from '#app/_ui/card-box.tsx';
import { SubmitButton } from '#app/_ui/submit-button.tsx';
import { translator } from '#lib/session/translator.ts';
import { ActingFor } from '../../../../../_parts/acting-for.tsx';
import { CancelLink } from '../../../../../_parts/cancel-link.tsx';
import { PageHeading } from '../../../../../_parts/page-heading.tsx';
import { pathOf } from '../../_parts/paths.ts';
import { EndpointCrumbs, type EndpointParams, readOne } from '../../_parts/read-one.tsx';
import { remove } from '../../actions.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await translator('webhooks'))('remove') };
}

export default async function RemovePage({ params }: { readonly params: EndpointParams }) {
  const { organisation, endpoint } = await readOne(params);
  const t = await translator('webhooks');
  return (
    <>
      <EndpointCrumbs below={endpoint} />
      <PageHeading size="md" title={t('removeTitle')} lead={<code className="break-all">{endpoint.url}</code>} />
      <CardBox>
        <form action={remove} className="flex flex-col items-start gap-4">
          <ActingFor orgUuid={organisation.uuid} />
          <input type="hidden" name="endpointId" value={endpoint.id} />
          <p>{t('removeText')}</p>
          <SubmitButton color="danger">{t('removeConfirm')}</SubmitButton>
        </form>
      </CardBox>
      <CancelLink href={pathOf(endpoint.id)} />
    </>
  );
}

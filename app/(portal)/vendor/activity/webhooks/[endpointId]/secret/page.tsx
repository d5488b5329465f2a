import type { Metadata } from 'next';
import { CardBox } from '#app/_ui/card-box.tsx';
import { TextLink } from '#app/_ui/text-link.tsx';
import { ACTING_FOR_FIELD } from '#lib/session/action-context.ts';
import { translator } from '#lib/session/translator.ts';
import { formTexts } from '../../../../../_parts/form-texts.ts';
import { PageHeading } from '../../../../../_parts/page-heading.tsx';
import { RefusableForm } from '../../../../../_parts/refusable-form.tsx';
import { LIST } from '../../_parts/paths.ts';
import { EndpointCrumbs, type EndpointParams, readOne } from '../../_parts/read-one.tsx';
import { rotate } from '../../actions.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await translator('webhooks'))('rotate') };
}

export default async function SecretPage({ params }: { readonly params: EndpointParams }) {
  const { organisation, endpoint } = await readOne(params);
  const t = await translator('webhooks');
  return (
    <>
      <EndpointCrumbs below={endpoint} />
      <PageHeading size="md" title={t('rotate')} lead={t('rotateText')} />
      <CardBox>
        <RefusableForm
          action={rotate}
          parts={[
            { kind: 'hidden', name: ACTING_FOR_FIELD, value: organisation.uuid },
            { kind: 'hidden', name: 'endpointId', value: endpoint.id },
          ]}
          texts={await formTexts(t('rotateConfirm'))}
        >
          <TextLink href={LIST}>{t('toList')}</TextLink>
        </RefusableForm>
      </CardBox>
    </>
  );
}

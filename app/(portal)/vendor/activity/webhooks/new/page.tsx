import type { Metadata } from 'next';
import { CardBox } from '#app/_ui/card-box.tsx';
import { TextLink } from '#app/_ui/text-link.tsx';
import { searchOwnSystems } from '#lib/register/read-system.ts';
import { requireParty } from '#lib/session/page-context.ts';
import { translator } from '#lib/session/translator.ts';
import { ask } from '../../../../_parts/ask.ts';
import { Crumbs } from '../../../../_parts/crumbs.tsx';
import { formTexts } from '../../../../_parts/form-texts.ts';
import { PageHeading } from '../../../../_parts/page-heading.tsx';
import { RefusableForm } from '../../../../_parts/refusable-form.tsx';
import { formParts } from '../_parts/form-parts.ts';
import { LIST } from '../_parts/paths.ts';
import { create } from '../actions.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await translator('webhooks'))('add') };
}

export default async function NewWebhookPage() {
  const { context, organisation } = await requireParty();
  const t = await translator('webhooks');
  const vendor = await translator('vendor');
  const systems = await ask(searchOwnSystems(context, {}));
  return (
    <>
      <Crumbs
        links={[
          { href: '/vendor/activity', text: vendor('activity.title') },
          { href: LIST, text: t('title') },
        ]}
      />
      <PageHeading size="md" title={t('add')} />
      <CardBox>
        <RefusableForm
          keptAs="webhook"
          action={create}
          parts={await formParts(organisation.uuid, systems)}
          texts={await formTexts(t('form.create'))}
        >
          <TextLink href={LIST}>{t('toList')}</TextLink>
        </RefusableForm>
      </CardBox>
    </>
  );
}

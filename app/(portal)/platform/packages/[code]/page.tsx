import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { TextLink } from '#app/_ui/text-link.tsx';
import { findAccessPackage } from '#lib/resources/access-packages/find-access-package.ts';
import { type CatalogueTexts, textIn, toPackageUrn } from '#lib/resources/access-packages/model.ts';
import { ACTING_FOR_FIELD } from '#lib/session/action-context.ts';
import { pageLanguage, translator } from '#lib/session/translator.ts';
import { Crumbs } from '../../../_parts/crumbs.tsx';
import type { FormPart } from '../../../_parts/form-part.tsx';
import { formTexts } from '../../../_parts/form-texts.ts';
import { Outcome, type Query } from '../../../_parts/outcome.tsx';
import { PageHeading } from '../../../_parts/page-heading.tsx';
import { RefusableForm } from '../../../_parts/refusable-form.tsx';
import { requireOperator } from '../../_parts/require-operator.ts';
import { change } from '../actions.ts';

type Props = { readonly params: Promise<{ readonly code: string }>; readonly searchParams: Promise<Query> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await translator('platform'))('packages.edit') };
}

export default async function PackagePage({ params, searchParams }: Props) {
  const { context, organisation } = await requireOperator();
  const t = await translator('platform');
  const found = await findAccessPackage(context.db, toPackageUrn(decodeURIComponent((await params).code)));
  if (!found) notFound();
  const name = textIn(found.name, await pageLanguage());
  const textGroup = (group: 'name' | 'description', texts: CatalogueTexts): FormPart => ({
    kind: 'group',
    legend: t(`packages.${group}`),
    parts: (['nb', 'nn', 'en'] as const).map((language) => ({
      kind: 'text',
      name: `${group}-${language}`,
      label: t(`packages.languages.${language}`),
      value: texts[language],
      lang: language,
      ...(group === 'description' ? { rows: 2, maxLength: 4000 } : { maxLength: 255 }),
    })),
  });
  return (
    <>
      <Outcome query={await searchParams} done={{ changed: t('packages.done') }} />
      <PageHeading
        title={name}
        lead={<code className="break-all">{found.urn}</code>}
        size="md"
        above={<Crumbs links={[{ href: '/platform/packages', text: t('packages.title') }]} here={name} />}
      />
      <RefusableForm
        keptAs="package"
        action={change}
        parts={[
          { kind: 'hidden', name: ACTING_FOR_FIELD, value: organisation.uuid },
          { kind: 'hidden', name: 'urn', value: found.urn },
          {
            kind: 'group',
            legend: t('packages.flags'),
            parts: [
              { kind: 'check', name: 'assignable', label: t('packages.assignable'), checked: found.isAssignable },
              { kind: 'check', name: 'delegable', label: t('packages.delegable'), checked: found.isDelegable },
            ],
          },
          textGroup('name', found.name),
          textGroup('description', found.description),
        ]}
        texts={await formTexts(t('save'))}
      >
        <TextLink href="/platform/packages">{t('cancel')}</TextLink>
      </RefusableForm>
    </>
  );
}

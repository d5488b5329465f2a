import type { Metadata } from 'next';
import { EmptyState } from '#app/_ui/empty-state.tsx';
import { resourceIdsOf } from '#lib/register/model.ts';
import { findAccessPackages } from '#lib/resources/access-packages/find-access-package.ts';
import { pageLanguage, translator } from '#lib/session/translator.ts';
import { Crumbs } from '../../../../_parts/crumbs.tsx';
import { PageHeading } from '../../../../_parts/page-heading.tsx';
import { LetterPreview } from '../../../_parts/letter-preview.tsx';
import { pathOf, readOne, type SystemParams } from '../../read-one.ts';

type Props = { readonly params: SystemParams };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { system } = await readOne((await params).systemId);
  return { title: (await translator('vendor'))('systems.previewTitle', { system: system.name[await pageLanguage()] }) };
}

export default async function PreviewPage({ params }: Props) {
  const { context, system } = await readOne((await params).systemId);
  const t = await translator('vendor');
  const name = system.name[await pageLanguage()];
  const catalogue = await findAccessPackages(context.db, system.accessPackages);
  const assignable = system.accessPackages.filter((urn) => catalogue.get(urn)?.isAssignable);
  const forClients = system.accessPackages.filter(
    (urn) => catalogue.get(urn)?.isDelegable && !assignable.includes(urn),
  );
  const resourceIds = [...new Set(system.rights.flatMap(resourceIdsOf))];
  const shared = { db: context.db, system, customer: t('systems.previewCustomer') };
  const isEmpty = resourceIds.length + system.accessPackages.length === 0;
  return (
    <>
      <Crumbs
        links={[
          { href: '/vendor/systems', text: t('systems.title') },
          { href: pathOf(system.systemId), text: name },
        ]}
      />
      <PageHeading size="md" title={t('systems.previewTitle', { system: name })} lead={t('systems.previewText')} />
      {isEmpty && <EmptyState text={t('systems.previewNothing')} />}
      {resourceIds.length + assignable.length > 0 && (
        <LetterPreview {...shared} kind="standard" lines={{ resourceIds, packageUrns: assignable }} />
      )}
      {forClients.length > 0 && (
        <LetterPreview {...shared} kind="agent" lines={{ resourceIds: [], packageUrns: forClients }} />
      )}
    </>
  );
}

import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { CardBox } from '#app/_ui/card-box.tsx';
import { Heading } from '#app/_ui/ds.ts';
import { TextLink } from '#app/_ui/text-link.tsx';
import { openControlsOnPage } from '#lib/sandbox/open-controls.ts';
import { listSnapshots } from '#lib/sandbox/snapshots/list-snapshots.ts';
import { pageContext } from '#lib/session/page-context.ts';
import { translator } from '#lib/session/translator.ts';
import { ask } from '../../../../_parts/ask.ts';
import { PageHeading } from '../../../../_parts/page-heading.tsx';
import { DeleteForm, RestoreForm } from '../../snapshot-forms.tsx';

type Props = { readonly params: Promise<{ readonly name: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await translator('sandbox'))('snapshots.one', { name: (await params).name }) };
}

export default async function SnapshotPage({ params }: Props) {
  const { name } = await params;
  const context = await pageContext();
  const snapshots = await ask(Promise.resolve(context).then(openControlsOnPage).then(listSnapshots));
  const snapshot = snapshots.find((each) => each.name === name);
  if (!snapshot) notFound();
  const t = await translator('sandbox');
  return (
    <>
      <PageHeading title={t('snapshots.one', { name })} />
      <CardBox>
        <Heading level={2} data-size="sm">
          {t('snapshots.restoreTitle', { name })}
        </Heading>
        {snapshot.isRestorable ? <RestoreForm name={name} /> : <p>{t('snapshots.old')}</p>}
      </CardBox>
      <CardBox>
        <Heading level={2} data-size="sm">
          {t('snapshots.deleteTitle', { name })}
        </Heading>
        <DeleteForm name={name} />
      </CardBox>
      <p>
        <TextLink href="/sandbox">{t('controls.back')}</TextLink>
      </p>
    </>
  );
}

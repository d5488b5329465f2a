import { CardBox } from '#app/_ui/card-box.tsx';
import { CodeBlock } from '#app/_ui/code-block.tsx';
import { ConfirmDialog } from '#app/_ui/confirm-dialog.tsx';
import { Dated } from '#app/_ui/dated.tsx';
import { Heading } from '#app/_ui/ds.ts';
import { formatNumber } from '#lib/i18n/format.ts';
import type { Snapshot } from '#lib/sandbox/snapshots/model.ts';
import { pageLanguage, translator } from '#lib/session/translator.ts';
import { formTexts } from '../../_parts/form-texts.ts';
import { RefusableForm } from '../../_parts/refusable-form.tsx';
import { keepAs } from './actions.ts';
import { DeleteForm, RestoreForm } from './snapshot-forms.tsx';

const BYTES_PER_KILOBYTE = 1000;

/** The snapshots, the way to take one, and the same for a terminal. */
export async function SnapshotsCard({
  snapshots,
  curl,
}: {
  readonly snapshots: readonly Snapshot[];
  readonly curl: string;
}) {
  const t = await translator('sandbox');
  return (
    <CardBox>
      <Heading level={2} data-size="sm">
        {t('snapshots.title')}
      </Heading>
      <p className="max-w-[42rem]">{t('snapshots.lead')}</p>
      {snapshots.length > 0 && <Snapshots snapshots={snapshots} />}
      <RefusableForm
        action={keepAs}
        parts={[
          {
            kind: 'text',
            name: 'name',
            label: t('snapshots.name'),
            description: t('snapshots.nameHint'),
            maxLength: 63,
          },
        ]}
        idPrefix="snapshot-"
        texts={await formTexts(t('snapshots.take'))}
      />
      <CodeBlock label={t('snapshots.code')} code={curl} />
    </CardBox>
  );
}

async function Snapshots({ snapshots }: { readonly snapshots: readonly Snapshot[] }) {
  const t = await translator('sandbox');
  const language = await pageLanguage();
  const kilobytes = ({ size }: Snapshot) => formatNumber(language, Math.ceil(size / BYTES_PER_KILOBYTE));
  return (
    <ul className="flex flex-col divide-y divide-border-subtle border-y border-border-subtle">
      {snapshots.map((snapshot) => (
        <li key={snapshot.name} className="flex flex-col gap-2 py-4">
          <code className="break-words">{snapshot.name}</code>
          <p className="text-text-subtle">
            <Dated
              at={[snapshot.takenAt]}
              language={language}
              say={(time) => t('snapshots.taken', { time, size: kilobytes(snapshot) })}
              withTime
            />
            {!snapshot.isRestorable && ` ${t('snapshots.old')}`}
          </p>
          <Choices snapshot={snapshot} />
        </li>
      ))}
    </ul>
  );
}

async function Choices({ snapshot: { name, isRestorable } }: { readonly snapshot: Snapshot }) {
  const t = await translator('sandbox');
  const close = (await translator('common'))('actions.close');
  const fallbackHref = `/sandbox/snapshots/${name}`;
  return (
    <div className="flex flex-wrap items-center gap-3">
      {isRestorable && (
        <ConfirmDialog
          trigger={t('snapshots.restore', { name })}
          fallbackHref={fallbackHref}
          title={t('snapshots.restoreTitle', { name })}
          close={close}
        >
          <RestoreForm name={name} />
        </ConfirmDialog>
      )}
      <ConfirmDialog
        trigger={t('snapshots.delete', { name })}
        fallbackHref={fallbackHref}
        variant="tertiary"
        title={t('snapshots.deleteTitle', { name })}
        close={close}
      >
        <DeleteForm name={name} />
      </ConfirmDialog>
    </div>
  );
}

import type { Metadata } from 'next';
import { ButtonLink } from '#app/_ui/button-link.tsx';
import { CardBox } from '#app/_ui/card-box.tsx';
import { CopyField } from '#app/_ui/copy-field.tsx';
import { Heading } from '#app/_ui/ds.ts';
import { TextLink } from '#app/_ui/text-link.tsx';
import { env } from '#lib/config/env.ts';
import { formatList } from '#lib/i18n/format.ts';
import { isAllowed } from '#lib/parties/authority.ts';
import { requireParty } from '#lib/session/page-context.ts';
import { pageLanguage, translator } from '#lib/session/translator.ts';
import { namesWho } from '../../../../_parts/forbidden-need.ts';
import { PageHeading } from '../../../../_parts/page-heading.tsx';

const STEPS = ['agreement', 'client', 'system', 'systemUser'] as const;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await translator('systemUsers'))('own.title') };
}

/** The way of an organisation that runs its own software: it is its own vendor first, and its own customer after. */
export default async function OwnSoftwarePage() {
  const current = await requireParty();
  const { context, organisation } = current;
  const t = await translator('systemUsers');
  const mayBegin = await isAllowed(context.db, context.actor, organisation.uuid, 'technical-administration');
  return (
    <>
      <PageHeading title={t('own.title')} lead={t('own.lead', { organisation: organisation.name })} />
      <p>{t('own.bought')}</p>
      <section className="flex flex-col gap-3">
        <Heading level={2} data-size="xs">
          {t('own.how')}
        </Heading>
        <ol className="flex list-decimal flex-col gap-3 pl-6">
          {STEPS.map((step) => (
            <li key={step}>
              <span className="font-medium">{t(`own.steps.${step}.title`)}</span>
              <p>{t(`own.steps.${step}.text`)}</p>
            </li>
          ))}
        </ol>
      </section>
      {mayBegin ? (
        <div>
          <ButtonLink href="/vendor">{t('own.begin')}</ButtonLink>
        </div>
      ) : (
        <Others organisation={organisation.name} names={await namesWho('technical-administration', current)} />
      )}
      <p>
        <TextLink href="/system-users/new">{t('wizard.back')}</TextLink>
      </p>
    </>
  );
}

/** Who in the organisation can begin instead of the reader, with the link to send them. */
async function Others({ organisation, names }: { readonly organisation: string; readonly names: readonly string[] }) {
  const t = await translator('systemUsers');
  const errors = await translator('errors');
  const common = await translator('common');
  if (names.length === 0) return <p>{errors('forbidden.nobody', { organisation })}</p>;
  return (
    <CardBox>
      <p>{t('own.others', { names: formatList(await pageLanguage(), names) })}</p>
      <CopyField
        label={errors('forbidden.send')}
        value={`${env().PORTAL_URL}/system-users/new/own`}
        copy={errors('forbidden.copy')}
        copied={common('actions.copied')}
      />
    </CardBox>
  );
}

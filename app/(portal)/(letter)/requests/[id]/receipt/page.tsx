import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { cache } from 'react';
import { ButtonLink } from '#app/_ui/button-link.tsx';
import { DescriptionList } from '#app/_ui/description-list.tsx';
import { Heading } from '#app/_ui/ds.ts';
import { Moment } from '#app/_ui/moment.tsx';
import { PrintButton } from '#app/_ui/print-button.tsx';
import { SubmitButton } from '#app/_ui/submit-button.tsx';
import type { Context } from '#lib/context/context.ts';
import type { Language } from '#lib/i18n/languages.ts';
import { isAllowed } from '#lib/parties/authority.ts';
import { listBlockedVendors } from '#lib/requests/blocking/list-blocked-vendors.ts';
import type { Lines, OpenLetter } from '#lib/requests/letter/model.ts';
import { readRequestLetter } from '#lib/requests/letter/read-request-letter.ts';
import { redirectTarget, toResultUrl } from '#lib/requests/redirect.ts';
import { requirePerson } from '#lib/session/page-context.ts';
import { pageLanguage, translator } from '#lib/session/translator.ts';
import { ActingFor } from '../../../../_parts/acting-for.tsx';
import { ask } from '../../../../_parts/ask.ts';
import { block } from '../../../../_parts/block-actions.ts';
import { FocusedHeading } from '../../../../_parts/focused-heading.tsx';
import { PageHeading } from '../../../../_parts/page-heading.tsx';
import { PartyLine } from '../../../../_parts/party-line.tsx';
import { signResult } from './sign-result.ts';

type Props = { readonly params: Promise<{ readonly id: string }> };

const read = cache(async (id: string) => {
  const { context } = await requirePerson();
  const letter = await ask(readRequestLetter(context, id));
  if (!letter || letter.reader === 'stranger') return undefined;
  if (letter.state !== 'approved' && letter.state !== 'rejected') return undefined;
  const t = await translator('requests');
  const mine = letter.request.decidedByUuid === context.actor.partyUuid;
  const system = letter.system.name[await pageLanguage()];
  const yes = letter.kind === 'change' ? t('receipt.changed', { system }) : t('receipt.approved', { system });
  const done = letter.state === 'approved' ? yes : t('receipt.rejected');
  return { context, letter, title: mine ? done : t('receipt.other') };
});

/** The outcome itself: it is what a screen reader says of a page that was reached without loading. */
export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const receipt = await read((await params).id);
  return { title: receipt?.title ?? (await translator('requests'))('receipt.title') };
}

/** What was done, when and by whom; and the way on. */
export default async function ReceiptPage({ params }: Props) {
  const { id } = await params;
  const receipt = await read(id);
  if (!receipt) redirect(`/requests/${encodeURIComponent(id)}`);
  const { context, letter, title } = receipt;
  const t = await translator('requests');
  const common = await translator('common');
  const language = await pageLanguage();
  const approved = letter.state === 'approved';
  const names = { system: letter.system.name[language], organisation: letter.organisation.name };
  const isClients = approved && letter.kind === 'agent';
  const leads = {
    agent: t('receipt.approvedClients'),
    change: t('receipt.changedText', names),
    standard: t('receipt.approvedText', names),
  };
  const lead = approved ? leads[letter.kind] : t('receipt.rejectedText', names);
  const mayBlock =
    !approved &&
    (await isAllowed(context.db, context.actor, letter.organisation.uuid, 'access-management.write')) &&
    !(await listBlockedVendors(context, { uuid: letter.organisation.uuid })).some(
      ({ orgNo }) => orgNo === letter.vendor.orgNo,
    );
  const target = await redirectTarget(context.db, letter.request);
  const back = target && {
    host: new URL(target.url).host,
    url: target.withResult ? await withResult(context, target.url, letter) : target.url,
  };
  return (
    <>
      <PageHeading above={t('receipt.title')} title={<FocusedHeading>{title}</FocusedHeading>} lead={lead} />
      <DescriptionList items={factsOf(letter, language, t)} />
      {approved && <p>{t('receipt.withdrawHint')}</p>}
      <div className="no-print flex flex-wrap gap-3">
        {isClients && letter.systemUserId && (
          <ButtonLink href={`/system-users/${letter.systemUserId}?tab=clients`}>{t('receipt.addClients')}</ButtonLink>
        )}
        {back && (
          <ButtonLink href={back.url} variant={isClients ? 'secondary' : 'primary'}>
            {t('receipt.back', { host: back.host })}
          </ButtonLink>
        )}
        {approved && letter.systemUserId && !isClients && (
          <ButtonLink href={`/system-users/${letter.systemUserId}`} variant="secondary">
            {t('seeSystemUser')}
          </ButtonLink>
        )}
        <ButtonLink href="/system-users" variant="tertiary">
          {t('receipt.all')}
        </ButtonLink>
        <PrintButton text={common('actions.print')} />
      </div>
      {mayBlock && (
        <form action={block} className="no-print flex flex-col items-start gap-3">
          <Heading level={2} data-size="2xs">
            {t('blocking.title', { vendor: letter.vendor.name })}
          </Heading>
          <p className="text-text-subtle">
            {t('blocking.text', { vendor: letter.vendor.name, organisation: letter.organisation.name })}
          </p>
          <ActingFor orgUuid={letter.organisation.uuid} />
          <input type="hidden" name="vendor" value={letter.vendor.orgNo} />
          <SubmitButton variant="tertiary" color="danger">
            {t('blocking.block', { vendor: letter.vendor.name })}
          </SubmitButton>
        </form>
      )}
    </>
  );
}

async function withResult(context: Context, url: string, { id, request }: OpenLetter): Promise<string> {
  return toResultUrl(url, { id, status: request.status, result: await signResult(context, request) });
}

function factsOf(letter: OpenLetter, language: Language, t: Awaited<ReturnType<typeof translator<'requests'>>>) {
  const { request, vendor, organisation, system } = letter;
  const changed = [
    { term: t('receipt.granted'), names: namesIn(letter.added, language) },
    { term: t('receipt.removed'), names: namesIn(letter.removed, language) },
  ].filter(({ names }) => letter.state === 'approved' && names.length > 0);
  return [
    { term: t('receipt.system'), description: system.name[language] },
    { term: t('sender.systemId'), description: <code className="break-all">{system.systemId}</code> },
    { term: t('receipt.vendor'), description: <PartyLine {...vendor} /> },
    { term: t('receipt.organisation'), description: <PartyLine {...organisation} /> },
    ...changed.map(({ term, names }) => ({ term, description: <Names names={names} /> })),
    ...(request.rejectReason ? [{ term: t('receipt.reason'), description: request.rejectReason }] : []),
    { term: t('receipt.who'), description: request.decidedByName ?? '' },
    {
      term: t('receipt.when'),
      description: request.decidedAt ? <Moment at={request.decidedAt} language={language} withTime /> : '',
    },
  ];
}

function namesIn({ rights, packages }: Lines, language: Language): readonly string[] {
  return [
    ...rights.map((right) => right.title?.[language] ?? right.resourceId),
    ...packages.map((each) => each.name?.[language] ?? each.urn),
  ];
}

function Names({ names }: { readonly names: readonly string[] }) {
  return (
    <ul>
      {names.map((name) => (
        <li key={name}>{name}</li>
      ))}
    </ul>
  );
}

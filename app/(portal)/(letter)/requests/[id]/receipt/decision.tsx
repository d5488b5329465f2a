import { ButtonLink } from '#app/_ui/button-link.tsx';
import { DescriptionList } from '#app/_ui/description-list.tsx';
import { Heading } from '#app/_ui/ds.ts';
import { Moment } from '#app/_ui/moment.tsx';
import { PrintButton } from '#app/_ui/print-button.tsx';
import { SubmitButton } from '#app/_ui/submit-button.tsx';
import type { Context, PersonActor } from '#lib/context/context.ts';
import type { Language } from '#lib/i18n/languages.ts';
import { isAllowed } from '#lib/parties/authority.ts';
import { listBlockedVendors } from '#lib/requests/blocking/list-blocked-vendors.ts';
import type { Lines, OpenLetter } from '#lib/requests/letter/model.ts';
import { pageLanguage, translator } from '#lib/session/translator.ts';
import { ActingFor } from '../../../../_parts/acting-for.tsx';
import { block } from '../../../../_parts/block-actions.ts';
import { factsOf } from './facts.tsx';
import { findWayBack } from './way-back.ts';

type Props = {
  readonly context: Context & { readonly actor: PersonActor };
  readonly letter: OpenLetter;
};

/** What was answered, when and by whom, and the ways on. */
export async function Decision({ context, letter }: Props) {
  const t = await translator('requests');
  const common = await translator('common');
  const approved = letter.state === 'approved';
  const isClients = approved && letter.kind === 'agent';
  const back = await findWayBack(context, letter);
  return (
    <>
      <DescriptionList items={[...(await factsOf(letter)), ...(await answerOf(letter))]} />
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
      {!approved && (await mayBlock(context, letter)) && <Blocking letter={letter} />}
    </>
  );
}

async function mayBlock(context: Props['context'], { organisation, vendor }: OpenLetter): Promise<boolean> {
  const { uuid } = organisation;
  if (!(await isAllowed(context.db, context.actor, uuid, 'access-management.write'))) return false;
  return !(await listBlockedVendors(context, { uuid })).some(({ orgNo }) => orgNo === vendor.orgNo);
}

async function Blocking({ letter: { vendor, organisation } }: { readonly letter: OpenLetter }) {
  const t = await translator('requests');
  return (
    <form action={block} className="no-print flex flex-col items-start gap-3">
      <Heading level={2} data-size="2xs">
        {t('blocking.title', { vendor: vendor.name })}
      </Heading>
      <p className="text-text-subtle">{t('blocking.text', { vendor: vendor.name, organisation: organisation.name })}</p>
      <ActingFor orgUuid={organisation.uuid} />
      <input type="hidden" name="vendor" value={vendor.orgNo} />
      <SubmitButton variant="tertiary" color="danger">
        {t('blocking.block', { vendor: vendor.name })}
      </SubmitButton>
    </form>
  );
}

async function answerOf({ request, state, added, removed }: OpenLetter) {
  const t = await translator('requests');
  const language = await pageLanguage();
  const changed = [
    { term: t('receipt.granted'), names: namesIn(added, language) },
    { term: t('receipt.removed'), names: namesIn(removed, language) },
  ].filter(({ names }) => state === 'approved' && names.length > 0);
  return [
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

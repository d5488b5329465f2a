import { TextLink } from '#app/_ui/text-link.tsx';
import type { VendorEvent } from '#lib/requests/overview/list-vendor-activity.ts';
import { pageLanguage, translator } from '#lib/session/translator.ts';

const PAGES = {
  request: '/vendor/requests',
  'change-request': '/vendor/requests',
  'system-user': '/vendor/system-users',
} as const;

/** What an event was about: the system of a request or system user by name, anything else by its id; and the customer. */
export async function Subject({ event }: { readonly event: VendorEvent }) {
  const { subject, subjectType, subjectId, customer, partyOrgNo } = event;
  const t = await translator('activity');
  if (subjectType === 'request-list') {
    return <TextLink href={`/vendor/requests/many/${subjectId}`}>{t('seeList')}</TextLink>;
  }
  if (!subject) {
    return (
      <>
        <code className="text-sm break-all">{subjectId}</code>
        {customer && (
          <p className="text-sm text-text-subtle">
            <bdi>{customer}</bdi>
          </p>
        )}
      </>
    );
  }
  const language = await pageLanguage();
  const reference = subject.externalRef === partyOrgNo ? undefined : subject.externalRef;
  return (
    <>
      <TextLink href={`${PAGES[subject.kind]}/${subject.id}`}>
        {subject.systemName[language]}
        <span className="sr-only">
          , {t(`subjects.${subject.kind}`)}, {customer}, {t('reference', { reference: subject.externalRef })}
        </span>
      </TextLink>
      <p className="text-sm text-text-subtle" aria-hidden="true">
        <bdi>{customer}</bdi>
        {reference && (
          <>
            {' · '}
            <bdi>{reference}</bdi>
          </>
        )}
      </p>
    </>
  );
}

import { TextLink } from '#app/_ui/text-link.tsx';
import type { DescribedEvent } from '#lib/requests/overview/describe-events.ts';
import { pageLanguage, translator } from '#lib/session/translator.ts';

const PAGES = { request: '/requests', 'change-request': '/requests', 'system-user': '/system-users' } as const;

/**
 * What an event was about: a request or system user by its system and reference, and the client that was connected or
 * let go; of an API the scope and the vendor; of a block the vendor.
 */
export async function Subject({
  event: { subject, subjectType, subjectId, partyOrgNo, vendorOrgNo, clientOrgNo },
  names,
}: {
  readonly event: DescribedEvent;
  readonly names: ReadonlyMap<string, string>;
}) {
  const t = await translator('activity');
  const language = await pageLanguage();
  const nameOf = (orgNo = '') => <bdi>{names.get(orgNo) ?? orgNo}</bdi>;
  if (!subject) {
    if (subjectType === 'organisation') return nameOf(subjectId);
    if (subjectType !== 'scope') return null;
    return (
      <>
        <code className="text-sm break-all">{subjectId}</code>
        <p className="text-sm text-text-subtle">{nameOf(vendorOrgNo)}</p>
      </>
    );
  }
  return (
    <>
      <TextLink href={`${PAGES[subject.kind]}/${subject.id}`}>
        {subject.systemName[language]}
        <span className="sr-only">
          , {t(`subjects.${subject.kind}`)}, {t('reference', { reference: subject.externalRef })}
        </span>
      </TextLink>
      {clientOrgNo && <p className="text-sm text-text-subtle">{nameOf(clientOrgNo)}</p>}
      {subject.externalRef !== partyOrgNo && (
        <p className="text-sm text-text-subtle" aria-hidden="true">
          <bdi>{subject.externalRef}</bdi>
        </p>
      )}
    </>
  );
}

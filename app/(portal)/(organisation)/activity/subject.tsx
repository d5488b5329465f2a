import { TextLink } from '#app/_ui/text-link.tsx';
import type { DescribedEvent } from '#lib/requests/overview/describe-events.ts';
import { pageLanguage, translator } from '#lib/session/translator.ts';

const PAGES = { request: '/requests', 'change-request': '/requests', 'system-user': '/system-users' } as const;

/** The request or system user that an event was about, by its system and reference, or the scope; else nothing. */
export async function Subject({
  event: { subject, subjectType, subjectId, partyOrgNo },
}: {
  readonly event: DescribedEvent;
}) {
  const t = await translator('activity');
  const language = await pageLanguage();
  if (!subject) return subjectType === 'scope' ? <code className="text-sm break-all">{subjectId}</code> : null;
  return (
    <>
      <TextLink href={`${PAGES[subject.kind]}/${subject.id}`}>
        {subject.systemName[language]}
        <span className="sr-only">
          , {t(`subjects.${subject.kind}`)}, {t('reference', { reference: subject.externalRef })}
        </span>
      </TextLink>
      {subject.externalRef !== partyOrgNo && (
        <p className="text-sm text-text-subtle" aria-hidden="true">
          <bdi>{subject.externalRef}</bdi>
        </p>
      )}
    </>
  );
}

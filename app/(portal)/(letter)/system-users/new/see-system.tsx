import { cache } from 'react';
import { ButtonLink } from '#app/_ui/button-link.tsx';
import { Alert, Heading } from '#app/_ui/ds.ts';
import { SubmitButton } from '#app/_ui/submit-button.tsx';
import { TextLink } from '#app/_ui/text-link.tsx';
import { problemText } from '#lib/i18n/problem-texts.ts';
import { previewOwnSystemUser } from '#lib/requests/overview/preview-own-system-user.ts';
import { requireParty } from '#lib/session/page-context.ts';
import { pageLanguage, translator } from '#lib/session/translator.ts';
import { ActingFor } from '../../../_parts/acting-for.tsx';
import { ask } from '../../../_parts/ask.ts';
import { AuthorityLines } from '../../../_parts/authority-lines.tsx';
import { PageHeading } from '../../../_parts/page-heading.tsx';
import { PartyLine } from '../../../_parts/party-line.tsx';
import { create } from './actions.ts';

const read = cache(async (systemId: string) => {
  const { context, organisation } = await requireParty();
  const preview = await ask(previewOwnSystemUser(context, { party: { uuid: organisation.uuid }, systemId }));
  const system = preview.system.name[await pageLanguage()];
  const title = (await translator('systemUsers'))('wizard.seeTitle', { system, organisation: organisation.name });
  return { ...preview, organisation, title };
});

/** The question that the step asks. */
export async function titleOfStep(systemId: string): Promise<string> {
  return (await read(systemId)).title;
}

/** What the system would get, with what the reader cannot give, before anything is pressed. */
export async function SeeSystem({
  systemId,
  problem,
}: {
  readonly systemId: string;
  readonly problem: string | undefined;
}) {
  const t = await translator('systemUsers');
  const requests = await translator('requests');
  const language = await pageLanguage();
  const { system, vendor, organisation, lines, canGiveAll, existingId, title } = await read(systemId);
  const refusal = problem && problemText(language, problem);
  return (
    <>
      {refusal && (
        <Alert data-color="danger" role="alert">
          {refusal}
        </Alert>
      )}
      <PageHeading above={<PartyLine {...vendor} />} title={title} lead={t('wizard.seeLead')} />
      <p className="break-words">{system.description[language]}</p>
      <section className="flex flex-col gap-3">
        <Heading level={2} data-size="xs">
          {requests('allowed')}
        </Heading>
        <AuthorityLines lines={lines} marks={existingId === undefined} />
      </section>
      {existingId !== undefined ? (
        <Alert data-color="info">
          <p>{t('wizard.exists')}</p>
          <ButtonLink href={`/system-users/${existingId}`} variant="secondary">
            {t('wizard.seeExisting')}
          </ButtonLink>
        </Alert>
      ) : canGiveAll ? (
        <form action={create}>
          <ActingFor orgUuid={organisation.uuid} />
          <input type="hidden" name="systemId" value={system.systemId} />
          <SubmitButton>{t('wizard.create')}</SubmitButton>
        </form>
      ) : (
        <p>{t('wizard.cannot')}</p>
      )}
      <p>
        <TextLink href="/system-users/new">{t('wizard.back')}</TextLink>
      </p>
    </>
  );
}

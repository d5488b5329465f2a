import { Details, DetailsContent, DetailsSummary, Tag } from '#app/_ui/ds.ts';
import { formatList } from '#lib/i18n/format.ts';
import type { Language } from '#lib/i18n/languages.ts';
import type { LetterPackage, LetterRight, Lines } from '#lib/requests/letter/model.ts';
import { pageLanguage, translator } from '#lib/session/translator.ts';
import { actionNames } from './authority-words.ts';
import { CannotGive } from './cannot-give.tsx';
import { ClosedTag } from './closed-tag.tsx';
import { MustSign } from './must-sign.tsx';

/**
 * What a system may do or asks to do, line by line: services with their actions in words, packages with what is in them.
 * @param marks whether lines that the reader cannot give are marked
 */
export async function AuthorityLines({ lines, marks }: { readonly lines: Lines; readonly marks: boolean }) {
  const language = await pageLanguage();
  return (
    <ul className="flex flex-col divide-y divide-border-subtle rounded-lg border border-border-subtle bg-background-default">
      {lines.rights.map((right) => (
        <li key={right.resourceId} className="flex flex-col gap-2 p-5 sm:p-6">
          <Right right={right} language={language} />
          {marks && !right.canGive && <CannotGive line={right} />}
        </li>
      ))}
      {lines.packages.map((accessPackage) => (
        <li key={accessPackage.urn} className="flex flex-col gap-2 p-5 sm:p-6">
          <Package accessPackage={accessPackage} language={language} />
          {marks && !accessPackage.canGive && <CannotGive line={accessPackage} />}
        </li>
      ))}
    </ul>
  );
}

async function Right({ right, language }: { readonly right: LetterRight; readonly language: Language }) {
  const t = await translator('requests');
  if (!right.title) return <p className="font-medium">{t('serviceGone', { id: right.resourceId })}</p>;
  const text = right.rightDescription ?? right.description;
  const actions = right.given.length > 0 ? right.given : right.actions;
  return (
    <>
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <h3 className="font-medium break-words">{right.title[language]}</h3>
        {right.owner && <p className="text-sm text-text-subtle">{right.owner.name[language]}</p>}
      </div>
      {right.isClosed && <ClosedTag />}
      {text && <p className="break-words">{text[language]}</p>}
      {actions.length > 0 && (
        <p className="text-sm text-text-subtle">
          {t('actions', { actions: formatList(language, actionNames(t, actions)) })}
        </p>
      )}
      {right.personMustSign && <MustSign services={[right.title]} />}
    </>
  );
}

async function Package({
  accessPackage,
  language,
}: {
  readonly accessPackage: LetterPackage;
  readonly language: Language;
}) {
  const t = await translator('requests');
  const { services } = accessPackage;
  const name = accessPackage.name?.[language] ?? accessPackage.urn;
  return (
    <>
      <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
        <h3 className="font-medium break-words">{t('package', { name })}</h3>
        <Tag data-color="info">{t('packageServices', { count: services.length })}</Tag>
      </div>
      {accessPackage.description && <p className="break-words">{accessPackage.description[language]}</p>}
      <MustSign services={services.filter((service) => service.personMustSign).map(({ title }) => title)} />
      {services.length > 0 && (
        <Details>
          <DetailsSummary>{t('showServices', { name })}</DetailsSummary>
          <DetailsContent>
            <ul className="list-disc pl-6">
              {services.map((service) => (
                <li key={service.resourceId}>{service.title[language]}</li>
              ))}
            </ul>
          </DetailsContent>
        </Details>
      )}
    </>
  );
}

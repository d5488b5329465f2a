import { CardBox } from '#app/_ui/card-box.tsx';
import { Heading, Tag } from '#app/_ui/ds.ts';
import type { Context } from '#lib/context/context.ts';
import type { Texts } from '#lib/register/model.ts';
import { describeLines, type LineIds } from '#lib/requests/letter/describe-lines.ts';
import { pageLanguage, translator } from '#lib/session/translator.ts';
import { ClosedTag } from '../../_parts/closed-tag.tsx';
import { MustSign } from '../../_parts/must-sign.tsx';

/** The letter that a customer would get, with the same words and without anything to press. */
export async function LetterPreview({
  db,
  system,
  customer,
  kind,
  lines: ids,
}: {
  readonly db: Context['db'];
  readonly system: { readonly name: Texts; readonly description: Texts };
  readonly customer: string;
  readonly kind: 'standard' | 'agent' | 'change';
  readonly lines: LineIds;
}) {
  const t = await translator('requests');
  const language = await pageLanguage();
  const lines = await describeLines(db, ids, { orgUuid: '', reader: undefined, managers: [] });
  const names = { system: system.name[language], organisation: customer };
  return (
    <CardBox>
      <Heading level={2} data-size="sm">
        {t(({ standard: 'questionNew', agent: 'questionClients', change: 'questionChange' } as const)[kind], names)}
      </Heading>
      <p className="max-w-[42rem] text-text-subtle">
        {t(({ standard: 'leadNew', agent: 'leadClients', change: 'leadChange' } as const)[kind], names)}
      </p>
      <p className="max-w-[42rem] break-words whitespace-pre-line">{system.description[language]}</p>
      <Heading level={3} data-size="2xs">
        {t(({ standard: 'allowed', agent: 'allowedClients', change: 'added' } as const)[kind])}
      </Heading>
      <ul className="flex flex-col divide-y divide-border-subtle rounded-md border border-border-subtle">
        {lines.rights.map(({ resourceId, title, description, rightDescription, isClosed, personMustSign }) => (
          <li key={resourceId} className="flex flex-col gap-1 p-4">
            <p className="font-medium">{title?.[language] ?? t('serviceGone', { id: resourceId })}</p>
            {isClosed && <ClosedTag />}
            <p>{(rightDescription ?? description)?.[language]}</p>
            {personMustSign && title && <MustSign services={[title]} />}
          </li>
        ))}
        {lines.packages.map(({ urn, name, description, services }) => (
          <li key={urn} className="flex flex-col gap-1 p-4">
            <div className="flex flex-wrap items-baseline justify-between gap-2">
              <p className="font-medium">{t('package', { name: name?.[language] ?? urn })}</p>
              <Tag data-color="info">{t('packageServices', { count: services.length })}</Tag>
            </div>
            <p>{description?.[language]}</p>
            <MustSign services={services.filter((service) => service.personMustSign).map((service) => service.title)} />
          </li>
        ))}
      </ul>
    </CardBox>
  );
}

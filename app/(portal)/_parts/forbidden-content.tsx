import { ButtonLink } from '#app/_ui/button-link.tsx';
import { CardBox } from '#app/_ui/card-box.tsx';
import { CopyField } from '#app/_ui/copy-field.tsx';
import { Heading } from '#app/_ui/ds.ts';
import { TextLink } from '#app/_ui/text-link.tsx';
import { env } from '#lib/config/env.ts';
import { currentPath, type SignedIn, signedIn } from '#lib/session/page-context.ts';
import { translator } from '#lib/session/translator.ts';
import { type Need, namesWho, needOf, operatorName } from './forbidden-need.ts';
import { PageHeading } from './page-heading.tsx';

/** What is missing to open a page, as whom one tried, who has it, and the link to send them. */
export async function ForbiddenContent() {
  const t = await translator('errors');
  const current = await signedIn();
  const path = await currentPath();
  const need = needOf(path, current?.organisation);
  return (
    <>
      <PageHeading title={t('forbidden.title')} lead={t('forbidden.need', { what: t(`forbidden.needs.${need}`) })} />
      {current && <Who current={current} path={path} need={need} names={await namesWho(need, current)} />}
      {(current?.organisations.length ?? 0) > 1 && (
        <div>
          <ButtonLink href="/switch" variant="secondary">
            {t('forbidden.switch')}
          </ButtonLink>
        </div>
      )}
      <p>
        <TextLink href="/">{t('toFront')}</TextLink>
      </p>
    </>
  );
}

async function Who({
  current,
  path,
  need,
  names,
}: {
  readonly current: SignedIn;
  readonly path: string;
  readonly need: Need;
  readonly names: readonly string[];
}) {
  if (!current.organisation) return null;
  const t = await translator('errors');
  const common = await translator('common');
  const organisation = current.organisation.name;
  return (
    <CardBox>
      <p>{t('forbidden.youAre', { name: current.person.name, organisation })}</p>
      {names.length > 0 ? (
        <div className="flex flex-col gap-2">
          <Heading level={2} data-size="2xs">
            {t('forbidden.who', { organisation })}
          </Heading>
          <ul className="list-disc pl-6">
            {names.map((name) => (
              <li key={name}>
                <bdi>{name}</bdi>
              </li>
            ))}
          </ul>
          <CopyField
            label={t('forbidden.send')}
            value={`${env().PORTAL_URL}${path}`}
            copy={t('forbidden.copy')}
            copied={common('actions.copied')}
          />
        </div>
      ) : (
        <p>{t('forbidden.nobody', { organisation })}</p>
      )}
      {need === 'owner' && <p>{t('forbidden.becomeOwner', { operator: await operatorName(current) })}</p>}
    </CardBox>
  );
}

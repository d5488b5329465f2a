import { ButtonLink } from '#app/_ui/button-link.tsx';
import { CardBox } from '#app/_ui/card-box.tsx';
import { Heading } from '#app/_ui/ds.ts';
import { currentPath, type SignedIn, signedIn } from '#lib/session/page-context.ts';
import { translator } from '#lib/session/translator.ts';
import { namesWho, needOf } from './_parts/forbidden-need.ts';
import { Header } from './_parts/header.tsx';
import { PageHeading } from './_parts/page-heading.tsx';
import { Reading } from './_parts/reading.tsx';

/** Stands where a page may not be opened: what is missing, as whom one tried, and who has it. */
export default async function Forbidden() {
  const t = await translator('errors');
  const common = await translator('common');
  const current = await signedIn();
  const need = needOf(await currentPath(), current?.organisation);
  return (
    <>
      <title>{`${t('forbidden.title')} – ${common('product')}`}</title>
      <Header />
      <Reading>
        <PageHeading title={t('forbidden.title')} lead={t('forbidden.need', { what: t(`forbidden.needs.${need}`) })} />
        {current && <Who current={current} names={await namesWho(need, current)} />}
        {(current?.organisations.length ?? 0) > 1 && (
          <div>
            <ButtonLink href="/switch" variant="secondary">
              {t('forbidden.switch')}
            </ButtonLink>
          </div>
        )}
      </Reading>
    </>
  );
}

async function Who({ current, names }: { readonly current: SignedIn; readonly names: readonly string[] }) {
  if (!current.organisation) return null;
  const t = await translator('errors');
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
        </div>
      ) : (
        <p>{t('forbidden.nobody', { organisation })}</p>
      )}
    </CardBox>
  );
}

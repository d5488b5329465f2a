import type { Metadata } from 'next';
import { EmptyState } from '#app/_ui/empty-state.tsx';
import { OrgNo } from '#app/_ui/org-no.tsx';
import { SubmitRow } from '#app/_ui/submit-button.tsx';
import { requirePerson } from '#lib/session/page-context.ts';
import { parseReturnTo } from '#lib/session/return-to.ts';
import { translator } from '#lib/session/translator.ts';
import { PageHeading } from '../../_parts/page-heading.tsx';
import { chooseOrganisation } from './actions.ts';

type Props = { readonly searchParams: Promise<{ readonly returnTo?: string | string[] }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await translator('login');
  return { title: t('switch.title') };
}

export default async function SwitchPage({ searchParams }: Props) {
  const { returnTo } = await searchParams;
  const { organisation: current, organisations } = await requirePerson();
  const t = await translator('login');
  if (organisations.length === 0) {
    return (
      <>
        <PageHeading title={t('switch.title')} />
        <EmptyState text={`${t('switch.none')} ${t('switch.noneHelp')}`} />
      </>
    );
  }
  return (
    <>
      <PageHeading title={t('switch.title')} lead={t('switch.lead')} />
      <ul className="flex flex-col gap-3">
        {organisations.map((organisation) => (
          <li key={organisation.uuid}>
            <form action={chooseOrganisation}>
              <input type="hidden" name="organisation" value={organisation.uuid} />
              <input type="hidden" name="returnTo" value={parseReturnTo(String(returnTo ?? ''))} />
              <SubmitRow className="focus-ring flex min-h-16 w-full cursor-pointer flex-wrap items-center justify-between gap-x-6 rounded-lg border border-border-subtle bg-background-default px-5 py-3 text-left hover:border-border-strong hover:bg-surface-hover">
                <span className="flex flex-col">
                  <span className="font-medium">{t('switch.choose', { organisation: organisation.name })}</span>
                  {organisation.uuid === current?.uuid && (
                    <span className="text-sm text-text-subtle">{t('switch.current')}</span>
                  )}
                </span>
                <span className="text-text-subtle">
                  <OrgNo orgNo={organisation.orgNo} />
                </span>
              </SubmitRow>
            </form>
          </li>
        ))}
      </ul>
    </>
  );
}

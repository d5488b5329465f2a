import { SubmitRow } from '#app/_ui/submit-button.tsx';
import { TextLink } from '#app/_ui/text-link.tsx';
import { formatOrgNo } from '#lib/i18n/format.ts';
import { signedIn } from '#lib/session/page-context.ts';
import { translator } from '#lib/session/translator.ts';
import { areaLinks } from './area-links.ts';
import { LogOutForm } from './log-out-form.tsx';
import { MenuDetails } from './menu-details.tsx';
import { MenuLink } from './menu-link.tsx';

/** Whom one acts for and as whom, with the way to another organisation or area, and out. */
export async function Account({ letter }: { readonly letter: boolean }) {
  const t = await translator('common');
  const current = await signedIn();
  if (!current) return letter ? null : <TextLink href="/login">{t('account.logIn')}</TextLink>;
  const { person, organisation, organisations } = current;
  const areas = organisation && !letter ? await areaLinks(current) : [];
  return (
    <MenuDetails
      label={t('account.label')}
      summary={
        <span className="flex flex-col items-end text-right leading-tight">
          <bdi className="font-medium">{organisation?.name ?? t('account.noOrganisation')}</bdi>
          <bdi className="text-sm text-text-subtle">{person.name}</bdi>
        </span>
      }
    >
      <p className="text-sm text-text-subtle">{t('account.signedInAs', { name: person.name })}</p>
      {organisation && (
        <p>
          {t('account.actingFor')} <bdi className="font-medium">{organisation.name}</bdi>
          <br />
          <span className="tnum text-sm text-text-subtle">
            {t('orgNo', { orgNo: formatOrgNo(organisation.orgNo) })}
          </span>
        </p>
      )}
      {!letter && organisations.length > 1 && <TextLink href="/switch">{t('account.switch')}</TextLink>}
      {areas.length > 1 && (
        <nav aria-label={t('account.areas')}>
          <ul className="flex flex-col gap-2 border-t border-border-subtle pt-3">
            {areas.map(({ area, href }) => (
              <li key={area}>
                <MenuLink href={href}>{t(`areas.${area}`)}</MenuLink>
              </li>
            ))}
          </ul>
        </nav>
      )}
      <LogOutForm className="border-t border-border-subtle pt-3">
        <SubmitRow className="focus-ring min-h-8 cursor-pointer text-accent-text-subtle underline underline-offset-4">
          {t('account.logOut')}
        </SubmitRow>
      </LogOutForm>
    </MenuDetails>
  );
}

import type { Metadata } from 'next';
import { ButtonLink } from '#app/_ui/button-link.tsx';
import { Heading } from '#app/_ui/ds.ts';
import { PageLink } from '#app/_ui/page-link.tsx';
import { TextLink } from '#app/_ui/text-link.tsx';
import { env } from '#lib/config/env.ts';
import { signedIn } from '#lib/session/page-context.ts';
import { translator } from '#lib/session/translator.ts';
import { homeLink } from '../_parts/area-links.ts';
import { PageHeading } from '../_parts/page-heading.tsx';

const DOORS = [
  { key: 'received', href: '/requests' },
  { key: 'vendor', href: '/vendor' },
  { key: 'owner', href: '/owner' },
  { key: 'platform', href: '/platform' },
] as const;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await translator('common'))('tagline') };
}

export default async function FrontPage() {
  const t = await translator('common');
  const current = await signedIn();
  const home = current && (await homeLink(current));
  return (
    <>
      <PageHeading title={t('home.title')} lead={t('home.lead')} />
      <div>
        {home ? (
          <ButtonLink href={home.href}>
            {t('home.goTo', {
              area: home.area === 'organisation' ? t(`menus.organisation.${home.page}`) : t(`areas.${home.area}`),
            })}
          </ButtonLink>
        ) : (
          <ButtonLink href="/login">{t('account.logIn')}</ButtonLink>
        )}
      </div>
      <section className="flex flex-col gap-4 pt-4">
        <Heading level={2} data-size="xs">
          {t('home.doors')}
        </Heading>
        <ul className="grid gap-4 sm:grid-cols-2">
          {DOORS.map(({ key, href }) => (
            <li key={key}>
              <PageLink
                href={href}
                className="focus-ring flex h-full flex-col gap-2 rounded-lg border border-border-subtle bg-background-default p-5 hover:border-border-strong"
              >
                <span className="font-medium text-accent-text-subtle underline underline-offset-4">
                  {t(`home.${key}.title`)}
                </span>
                <span className="text-text-subtle">{t(`home.${key}.text`)}</span>
              </PageLink>
            </li>
          ))}
        </ul>
      </section>
      {env().PORTAL_ENVIRONMENT !== 'production' && (
        <p>
          <TextLink href="/smartregnskap">{t('home.demo')}</TextLink>
        </p>
      )}
      {env().PORTAL_ENVIRONMENT === 'sandbox' && (
        <p>
          <TextLink href="/start">{t('home.build')}</TextLink>
        </p>
      )}
    </>
  );
}

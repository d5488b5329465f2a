import { env } from '#lib/config/env.ts';
import { translator } from '#lib/session/translator.ts';
import { MenuLink } from './menu-link.tsx';

const LINKS = [
  { path: '/help', text: 'footer.help' },
  { path: '/errors', text: 'footer.errors' },
  { path: '/docs', text: 'footer.docs' },
  { path: '/accessibility', text: 'footer.accessibility' },
  { path: '/privacy', text: 'footer.privacy' },
] as const;
/** Those that no production has. */
const TEST_LINKS = [
  { path: '/sandbox/outbox', text: 'footer.outbox' },
  { path: '/sandbox/journal', text: 'footer.journal' },
] as const;
const CONTROLS = { path: '/sandbox', text: 'footer.sandbox' } as const;
const MORE_LINKS = { sandbox: [...TEST_LINKS, CONTROLS], test: TEST_LINKS, production: [] } as const;

/** The same links in the same order on every page. */
export async function Footer() {
  const t = await translator('common');
  const links = [...LINKS, ...MORE_LINKS[env().PORTAL_ENVIRONMENT]];
  return (
    <footer className="no-print mt-auto border-t border-border-subtle bg-background-default" data-size="sm">
      <div className="mx-auto flex max-w-[72rem] flex-col gap-3 px-4 py-6 sm:px-6">
        <nav aria-label={t('footer.label')}>
          <ul className="flex flex-wrap gap-x-5 gap-y-2">
            {links.map(({ path, text }) => (
              <li key={path} className="flex min-h-6 items-center">
                <MenuLink href={path}>{t(text)}</MenuLink>
              </li>
            ))}
          </ul>
        </nav>
        <p className="text-sm text-text-subtle">{t('footer.notAffiliated')}</p>
      </div>
    </footer>
  );
}

import { TextLink } from '#app/_ui/text-link.tsx';
import { translator } from '#lib/session/translator.ts';

const LINKS = ['help', 'errors', 'docs', 'accessibility', 'privacy'] as const;

/** The same links in the same order on every page. */
export async function Footer() {
  const t = await translator('common');
  return (
    <footer className="no-print mt-auto border-t border-border-subtle bg-background-default" data-size="sm">
      <div className="mx-auto flex max-w-[72rem] flex-col gap-3 px-4 py-6 sm:px-6">
        <nav aria-label={t('footer.label')}>
          <ul className="flex flex-wrap gap-x-5 gap-y-2">
            {LINKS.map((link) => (
              <li key={link} className="flex min-h-6 items-center">
                <TextLink href={`/${link}`}>{t(`footer.${link}`)}</TextLink>
              </li>
            ))}
          </ul>
        </nav>
        <p className="text-sm text-text-subtle">{t('footer.notAffiliated')}</p>
      </div>
    </footer>
  );
}

import { PageLink } from '#app/_ui/page-link.tsx';
import { Wordmark } from '#app/_ui/wordmark.tsx';
import { env } from '#lib/config/env.ts';
import type { Area } from '#lib/session/areas.ts';
import { translator } from '#lib/session/translator.ts';
import { Account } from './account.tsx';
import { LanguageSwitch } from './language-switch.tsx';

/**
 * Product, area, environment (on workbenches), language and whom one acts for. On a letter the menu of areas is left
 * out, so that nothing leads away from the question.
 */
export async function Header({ area, letter = false }: { readonly area?: Area; readonly letter?: boolean }) {
  const t = await translator('common');
  return (
    <header className="no-print border-b border-border-subtle bg-background-default" data-size="sm">
      <div className="mx-auto flex max-w-[72rem] flex-wrap items-center gap-x-5 gap-y-1 px-4 py-3 sm:px-6">
        <PageLink href="/" className="focus-ring flex min-h-11 items-center text-accent-text-default">
          <Wordmark name={t('product')} />
        </PageLink>
        {area && (
          <div className="flex flex-wrap items-center gap-x-4">
            <span className="text-text-subtle">{t(`areas.${area}`)}</span>
            {area !== 'organisation' && <Environment label={t(`environment.${env().PORTAL_ENVIRONMENT}`)} />}
          </div>
        )}
        <div className="flex basis-full flex-wrap items-center justify-between gap-x-5 gap-y-1 sm:flex-1 sm:basis-auto sm:justify-end">
          <LanguageSwitch />
          <Account letter={letter} />
        </div>
      </div>
    </header>
  );
}

/** Which environment the workbench changes: a dot and a word. */
function Environment({ label }: { readonly label: string }) {
  const live = env().PORTAL_ENVIRONMENT === 'production';
  return (
    <span className="flex items-center gap-2 text-sm text-text-subtle">
      <span
        aria-hidden="true"
        className={`size-2 rounded-full border border-text-subtle ${live ? 'bg-live-base-default' : 'bg-test-base-default'}`}
      />
      {label}
    </span>
  );
}

import { env } from '#lib/config/env.ts';
import { translator } from '#lib/session/translator.ts';

/** The heather strip: this is a test environment. Absent in production only. */
export async function Strip() {
  const environment = env().PORTAL_ENVIRONMENT;
  if (environment === 'production') return null;
  const t = await translator('common');
  return (
    <aside data-size="sm" className="border-b border-test-border-subtle bg-test-surface-tinted text-test-text-default">
      <p className="mx-auto max-w-[72rem] px-4 py-1 text-sm sm:px-6">{t(`strip.${environment}`)}</p>
    </aside>
  );
}

import { Dated } from '#app/_ui/dated.tsx';
import { TextLink } from '#app/_ui/text-link.tsx';
import { env } from '#lib/config/env.ts';
import { clockSetting, isClockMoved, now } from '#lib/context/clock.ts';
import { pageLanguage, translator } from '#lib/session/translator.ts';

/** The heather strip: this is a test environment, and what time it is there when its clock is moved. Absent in production only. */
export async function Strip() {
  const environment = env().PORTAL_ENVIRONMENT;
  if (environment === 'production') return null;
  const t = await translator('common');
  return (
    <aside data-size="sm" className="border-b border-test-border-subtle bg-test-surface-tinted text-test-text-default">
      <p className="mx-auto max-w-[72rem] px-4 py-1 text-sm sm:px-6">
        {t(`strip.${environment}`)}
        {isClockMoved() && (
          <>
            {' · '}
            <TextLink href="/sandbox">
              <Dated
                at={[now()]}
                language={await pageLanguage()}
                say={(time) => t(clockSetting().frozenAt === undefined ? 'strip.moved' : 'strip.frozen', { time })}
                withTime
              />
            </TextLink>
          </>
        )}
      </p>
    </aside>
  );
}

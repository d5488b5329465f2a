import type { ReactNode } from 'react';
import { Heading } from '#app/_ui/ds.ts';
import { translator } from '#lib/session/translator.ts';

/** A list under its heading, with a line when there is more than it shows. */
export async function ListSection({
  id,
  title,
  shown,
  count,
  children,
}: {
  readonly id: string;
  readonly title: string;
  readonly shown: number;
  readonly count: number;
  readonly children: ReactNode;
}) {
  const t = await translator('systemUsers');
  return (
    <section className="flex flex-col items-start gap-4" aria-labelledby={id}>
      <Heading level={2} data-size="xs" id={id}>
        {title}
      </Heading>
      {children}
      {shown < count && (
        <p className="text-text-subtle">{t('clients.someOf', { shown: String(shown), count: String(count) })}</p>
      )}
    </section>
  );
}

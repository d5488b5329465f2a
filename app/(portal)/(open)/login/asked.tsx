import { CardBox } from '#app/_ui/card-box.tsx';
import { Moment } from '#app/_ui/moment.tsx';
import type { Asker } from '#lib/session/find-asker.ts';
import { pageLanguage, translator } from '#lib/session/translator.ts';

/** Who asked, for whom and until when: all that a link says before log-in. */
export async function Asked({ asker }: { readonly asker: Asker }) {
  const t = await translator('login');
  const language = await pageLanguage();
  return (
    <CardBox>
      <p className="text-lg font-medium">
        {t('asked.heading', { vendor: asker.vendor, organisation: asker.organisation })}
      </p>
      <p>{t('asked.text')}</p>
      <p className="text-text-subtle">
        {t('asked.deadline')} <Moment at={asker.deadline} language={language} />
      </p>
    </CardBox>
  );
}

import { Tag } from '#app/_ui/ds.ts';
import { translator } from '#lib/session/translator.ts';

/** Says beside its name that a service's owner has taken it down. */
export async function ClosedTag() {
  const t = await translator('requests');
  return (
    <div>
      <Tag data-color="warning">{t('serviceClosed')}</Tag>
    </div>
  );
}

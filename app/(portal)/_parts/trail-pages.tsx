import { Pages } from '#app/_ui/pages.tsx';
import type { ActivityPage } from '#lib/audit/list-activity.ts';
import { translator } from '#lib/session/translator.ts';
import { type TrailFilter, trailAddress } from './trail-query.ts';

/** The way on through a trail, and back to what happened last; nothing when one page holds it all. */
export async function TrailPages({
  path,
  filter,
  page: { items, next },
  isFirst,
}: {
  readonly path: string;
  readonly filter: TrailFilter<string>;
  readonly page: ActivityPage;
  readonly isFirst: boolean;
}) {
  const t = await translator('activity');
  if (next === undefined && isFirst) return null;
  return (
    <Pages
      label={t('pages')}
      summary={t('showing', { count: items.length })}
      previous={isFirst ? undefined : { href: trailAddress(path, filter), text: t('newest') }}
      next={next === undefined ? undefined : { href: trailAddress(path, filter, next), text: t('older') }}
    />
  );
}

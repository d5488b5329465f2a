import type { Translate } from '#lib/i18n/translate.ts';
import type { VendorEvent } from '#lib/requests/overview/list-vendor-activity.ts';

/** A page of events with a word for who did it where no name is told: the platform, nobody known, or somebody at the customer. */
export function withActorWords<Page extends { readonly items: readonly VendorEvent[] }>(
  t: Translate<'vendor'>,
  page: Page,
): Page {
  return { ...page, items: page.items.map((event) => ({ ...event, actorName: actorOf(event) })) };

  function actorOf({ actorKind, actorName }: VendorEvent): string {
    if (actorKind === 'system' || actorKind === 'anonymous') return t(`activity.actor.${actorKind}`);
    return actorName || t('activity.actor.customer');
  }
}

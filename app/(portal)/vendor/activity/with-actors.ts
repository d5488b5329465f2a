import type { VendorEvent } from '#lib/requests/overview/list-vendor-activity.ts';
import { translator } from '#lib/session/translator.ts';

/** Events with a word for who did it where no name is told: the platform, nobody known, or somebody at the customer. */
export async function withActorWords(events: readonly VendorEvent[]): Promise<readonly VendorEvent[]> {
  const t = await translator('vendor');
  return events.map((event) => ({ ...event, actorName: actorOf(event) }));

  function actorOf({ actorKind, actorName }: VendorEvent): string {
    if (actorKind === 'system' || actorKind === 'anonymous') return t(`activity.actor.${actorKind}`);
    return actorName || t('activity.actor.customer');
  }
}

import type { Shape } from '../../shape.ts';
import type { activity as source } from '../nb/activity.ts';

/** What happened, for whom and when. */
export const activity = {
  title: 'Aktivitet',
} satisfies Shape<typeof source>;

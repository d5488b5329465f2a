import type { Shape } from '../../shape.ts';
import type { platform as source } from '../nb/platform.ts';

/** The operator's workbench. */
export const platform = {
  title: 'Platform',
} satisfies Shape<typeof source>;

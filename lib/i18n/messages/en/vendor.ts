import type { Shape } from '../../shape.ts';
import type { vendor as source } from '../nb/vendor.ts';

/** The vendor's workbench. */
export const vendor = {
  title: 'System vendor',
} satisfies Shape<typeof source>;

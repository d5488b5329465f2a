import type { Shape } from '../../shape.ts';
import type { owner as source } from '../nb/owner.ts';

/** The service owner's workbench. */
export const owner = {
  title: 'Service owner',
} satisfies Shape<typeof source>;

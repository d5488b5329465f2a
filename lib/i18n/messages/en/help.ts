import type { Shape } from '../../shape.ts';
import type { help as source } from '../nb/help.ts';

/** Help, glossary, accessibility and privacy. */
export const help = {
  title: 'Help',
} satisfies Shape<typeof source>;

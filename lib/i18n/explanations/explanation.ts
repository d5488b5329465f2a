import type { Texts } from '../texts.ts';

/** What a page says of a code beside its sentence: the usual causes, and what helps. Names of the wire stand between backticks. */
export type Explanation = { readonly causes: readonly Texts[]; readonly cures: readonly Texts[] };

/** Explanations by code. */
export type Explanations = Readonly<Record<string, Explanation>>;

import { parseOrgNo } from '#lib/kernel/brands.ts';

/** How many numbers are taken at a time. */
export const ORG_NOS_MAX = 100;

/**
 * Reads pasted organisation numbers: one per line, or between commas, semicolons or wide gaps; spaces inside a number
 * do not matter. @returns each valid number once, and what was no number
 */
export function parseOrgNos(text: string): { readonly orgNos: readonly string[]; readonly wrong: readonly string[] } {
  const pieces = text
    .replace(/(\d{3})[ \u00a0](\d{3})[ \u00a0](\d{3})(?!\d)/g, '$1$2$3')
    .split(/[\s,;]+/)
    .filter((piece) => piece !== '')
    .slice(0, ORG_NOS_MAX);
  const orgNos = new Set<string>();
  const wrong = new Set<string>();
  for (const piece of pieces) {
    const orgNo = parseOrgNo(piece);
    if (orgNo) orgNos.add(orgNo);
    else wrong.add(piece);
  }
  return { orgNos: [...orgNos], wrong: [...wrong] };
}

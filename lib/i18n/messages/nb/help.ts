/** Help, glossary, accessibility and privacy. */
export const help = {
  title: 'Hjelp',
} as const;

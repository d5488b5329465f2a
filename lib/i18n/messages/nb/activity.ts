/** What happened, for whom and when. */
export const activity = {
  title: 'Aktivitet',
} as const;

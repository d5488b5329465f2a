/** The operator's workbench. */
export const platform = {
  title: 'Plattform',
} as const;

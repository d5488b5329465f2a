/** The service owner's workbench. */
export const owner = {
  title: 'Tjenesteeier',
} as const;

/** The vendor's workbench. */
export const vendor = {
  title: 'Leverandør',
} as const;

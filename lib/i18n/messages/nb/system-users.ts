/** System users of an organisation. */
export const systemUsers = {
  title: 'Systembrukere',
  withdraw: 'Trekk tilbake fullmaktene',
  empty: 'Ingen systemer kan handle for dere ennå.',
} as const;

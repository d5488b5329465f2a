import type { Shape } from '../../shape.ts';
import type { systemUsers as source } from '../nb/system-users.ts';

/** System users of an organisation. */
export const systemUsers = {
  title: 'Systembrukarar',
  withdraw: 'Trekk tilbake fullmaktene',
  empty: 'Ingen system kan handle for dykk enno.',
} satisfies Shape<typeof source>;

import type { Shape } from '../../shape.ts';
import type { systemUsers as source } from '../nb/system-users.ts';

/** System users of an organisation. */
export const systemUsers = {
  title: 'System users',
  withdraw: 'Withdraw access',
  empty: 'No system can act for you yet.',
} satisfies Shape<typeof source>;

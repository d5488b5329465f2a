import type { Shape } from '../../shape.ts';
import type { requests as source } from '../nb/requests.ts';

/** Requests: the letter, the receipt, the lists. */
export const requests = {
  title: 'Requests',
  questionNew: 'Will you let {system} act for {organisation}?',
  questionChange: '{system} asks to change what it may do',
  questionClients: 'Will you let {system} act for your clients?',
  approve: 'Yes, allow',
  reject: 'No, reject',
  forward: 'Send to {name}',
} satisfies Shape<typeof source>;

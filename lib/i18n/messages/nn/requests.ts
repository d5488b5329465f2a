import type { Shape } from '../../shape.ts';
import type { requests as source } from '../nb/requests.ts';

/** Requests: the letter, the receipt, the lists. */
export const requests = {
  title: 'Førespurnader',
  questionNew: 'Vil du la {system} handle for {organisation}?',
  questionChange: '{system} ber om endra fullmakter',
  questionClients: 'Vil du la {system} handle for klientane dine?',
  approve: 'Ja, gi fullmakt',
  reject: 'Nei, avvis',
  forward: 'Send til {name}',
} satisfies Shape<typeof source>;

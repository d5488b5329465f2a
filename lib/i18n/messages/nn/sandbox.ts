import type { Shape } from '../../shape.ts';
import type { sandbox as source } from '../nb/sandbox.ts';

/** Pages that only a sandbox has. */
export const sandbox = {
  outbox: {
    title: 'Utboks',
    lead: 'E-postane portalen har skrive, nyaste først. Sida finst berre i testmiljø.',
    kept: 'Portalen er ikkje kopla til ein e-posttenar. E-postane blir liggjande her.',
    delivered: 'Portalen sender e-postane vidare til ein e-posttenar.',
    empty:
      'Ingen e-postar enno. Dei kjem når nokon spør, svarar, sender vidare eller trekkjer tilbake ein førespurnad.',
    to: 'Til',
    written: 'Skriven',
    status: 'Status',
    waiting: 'Ventar',
    sent: 'Sendt {time}',
    failed: '{count, plural, one {# forsøk} other {# forsøk}}, sist: {failure}',
    next: 'Eldre e-postar',
    newest: 'Nyaste e-postar',
    pages: 'Sider av utboksen',
  },
} satisfies Shape<typeof source>;

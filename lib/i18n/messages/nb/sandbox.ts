/** Pages that only a sandbox has. */
export const sandbox = {
  outbox: {
    title: 'Utboks',
    lead: 'E-postene portalen har skrevet, nyeste først. Siden finnes bare i testmiljøer.',
    kept: 'Portalen er ikke koblet til en e-posttjener. E-postene blir liggende her.',
    delivered: 'Portalen sender e-postene videre til en e-posttjener.',
    empty: 'Ingen e-poster ennå. De kommer når noen spør, svarer, sender videre eller trekker tilbake en forespørsel.',
    to: 'Til',
    written: 'Skrevet',
    status: 'Status',
    waiting: 'Venter',
    sent: 'Sendt {time}',
    failed: '{count, plural, one {# forsøk} other {# forsøk}}, sist: {failure}',
    next: 'Eldre e-poster',
    newest: 'Nyeste e-poster',
    pages: 'Sider av utboksen',
  },
} as const;

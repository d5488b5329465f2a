/** Requests: the letter, the receipt, the lists. */
export const requests = {
  title: 'Forespørsler',
  questionNew: 'Vil du la {system} handle for {organisation}?',
  questionChange: '{system} ber om endrede fullmakter',
  questionClients: 'Vil du la {system} handle for klientene dine?',
  approve: 'Ja, gi fullmakt',
  reject: 'Nei, avvis',
  forward: 'Send til {name}',
} as const;

import type { Shape } from '../../shape.ts';
import type { login as source } from '../nb/login.ts';

/** Log-in and choice of organisation. */
export const login = {
  title: 'Log in',
  lead: 'Choose a synthetic person. No real people are registered here.',
  leadOidc: 'You log in with an external identity provider and come back here.',
  asked: {
    heading: '{vendor} asks {organisation}',
    text: 'Log in to read the request and answer.',
    deadline: 'Answer by',
  },
  suggested: 'Suggested people',
  found: '{count, plural, =0 {No match for “{query}”} one {One match for “{query}”} other {# matches for “{query}”}}',
  continueAs: 'Continue as {name}',
  search: 'Search for a person or an organisation',
  byNumber: 'By national identity number',
  number: 'Synthetic national identity number',
  numberHint: '11 digits. 80 is added to the month, for example 14 83 79.',
  continue: 'Continue',
  oidc: 'Log in with the external identity provider',
  errors: {
    empty: 'Enter a national identity number of 11 digits',
    malformed: 'This is not a valid national identity number. Check the digits.',
    notSynthetic:
      'The number may belong to a real person. Only synthetic people can log in here. The number has not been stored.',
    unknown: 'There is no person with this number in the register.',
    tooMany: 'Too many attempts. Wait one minute and try again.',
    failed: 'The log-in was interrupted. Try again.',
    ended: 'You were logged out because the session had ended. Log in again to continue.',
  },
  roles: {
    DAGL: 'general manager',
    LEDE: 'chair of the board',
    ADMAI: 'access manager',
    HADM: 'main administrator',
    KLADM: 'client administrator',
    other: 'affiliated',
  },
  personAt: '{role}, {organisation}',
  switch: {
    title: 'Who are you acting for?',
    lead: 'Everything you see and do is for one organisation at a time.',
    choose: 'Act for {organisation}',
    current: 'You are acting for this one now',
    none: 'You have no roles in the register.',
    noneHelp: 'Ask the general manager or access manager of the organisation to give you a role.',
  },
} satisfies Shape<typeof source>;

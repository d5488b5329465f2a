import { issuePersonalToken } from '#lib/sandbox/issue-personal-token.ts';
import { personalQuery } from '#lib/sandbox/schema.ts';
import { tokenSection } from '../_parts/token-section.ts';

/** Tokens of people, for tests. */
export const personalToken = tokenSection({
  name: 'GetPersonalToken',
  summary: 'A person’s token, completed from the register',
  query: personalQuery,
  issue: issuePersonalToken,
});

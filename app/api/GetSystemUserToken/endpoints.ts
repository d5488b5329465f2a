import { issueSystemUserToken } from '#lib/sandbox/issue-system-user-token.ts';
import { systemUserQuery } from '#lib/sandbox/schema.ts';
import { tokenSection } from '../_parts/token-section.ts';

/** Tokens of system users, for tests. */
export const systemUserToken = tokenSection({
  name: 'GetSystemUserToken',
  summary: 'A system user’s token, completed from the system user',
  query: systemUserQuery,
  issue: issueSystemUserToken,
});

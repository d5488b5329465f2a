import { issueEnterpriseToken } from '#lib/sandbox/issue-enterprise-token.ts';
import { enterpriseQuery } from '#lib/sandbox/schema.ts';
import { tokenSection } from '../_parts/token-section.ts';

/** Tokens of organisations, for tests. */
export const enterpriseToken = tokenSection({
  name: 'GetEnterpriseToken',
  summary: 'An organisation’s token with the scopes asked for',
  query: enterpriseQuery,
  issue: issueEnterpriseToken,
});

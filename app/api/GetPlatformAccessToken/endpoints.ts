import { issuePlatformToken } from '#lib/sandbox/issue-platform-token.ts';
import { platformQuery } from '#lib/sandbox/schema.ts';
import { tokenSection } from '../_parts/token-section.ts';

/** Tokens of the platform’s own apps, for tests. */
export const platformAccessToken = tokenSection({
  name: 'GetPlatformAccessToken',
  summary: 'A platform access token for an app',
  query: platformQuery,
  issue: issuePlatformToken,
});

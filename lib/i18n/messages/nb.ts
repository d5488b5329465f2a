import { activity } from './nb/activity.ts';
import { common } from './nb/common.ts';
import { delegations } from './nb/delegations.ts';
import { docs } from './nb/docs.ts';
import { errors } from './nb/errors.ts';
import { help } from './nb/help.ts';
import { journal } from './nb/journal.ts';
import { login } from './nb/login.ts';
import { owner } from './nb/owner.ts';
import { platform } from './nb/platform.ts';
import { requests } from './nb/requests.ts';
import { sandbox } from './nb/sandbox.ts';
import { start } from './nb/start.ts';
import { systemUsers } from './nb/system-users.ts';
import { vendor } from './nb/vendor.ts';
import { webhooks } from './nb/webhooks.ts';

/** The source dictionary: keys, placeholders and texts in bokmål. */
export const nb = {
  common,
  login,
  requests,
  systemUsers,
  delegations,
  vendor,
  owner,
  platform,
  errors,
  help,
  activity,
  docs,
  sandbox,
  start,
  journal,
  webhooks,
} as const;

import { activity } from './en/activity.ts';
import { common } from './en/common.ts';
import { delegations } from './en/delegations.ts';
import { docs } from './en/docs.ts';
import { errors } from './en/errors.ts';
import { help } from './en/help.ts';
import { journal } from './en/journal.ts';
import { login } from './en/login.ts';
import { owner } from './en/owner.ts';
import { platform } from './en/platform.ts';
import { requests } from './en/requests.ts';
import { sandbox } from './en/sandbox.ts';
import { start } from './en/start.ts';
import { systemUsers } from './en/system-users.ts';
import { vendor } from './en/vendor.ts';
import { webhooks } from './en/webhooks.ts';

/** English, complete. */
export const en = {
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
};

import { activity } from './nn/activity.ts';
import { common } from './nn/common.ts';
import { delegations } from './nn/delegations.ts';
import { docs } from './nn/docs.ts';
import { errors } from './nn/errors.ts';
import { help } from './nn/help.ts';
import { journal } from './nn/journal.ts';
import { login } from './nn/login.ts';
import { owner } from './nn/owner.ts';
import { platform } from './nn/platform.ts';
import { requests } from './nn/requests.ts';
import { sandbox } from './nn/sandbox.ts';
import { start } from './nn/start.ts';
import { systemUsers } from './nn/system-users.ts';
import { vendor } from './nn/vendor.ts';
import { webhooks } from './nn/webhooks.ts';

/** Nynorsk, complete. */
export const nn = {
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

import { approve } from './approve.ts';
import { clock } from './clock.ts';
import type { Command } from './command.ts';
import { doctor } from './doctor.ts';
import { keys } from './keys.ts';
import { namespace } from './namespace.ts';
import { request } from './request.ts';
import { reset } from './reset.ts';
import { snapshot } from './snapshot.ts';
import { token } from './token.ts';
import { wait } from './wait.ts';

/** What the command line does, by name, in the order in which the help lists it. */
export const COMMANDS: Readonly<Record<string, Command>> = {
  token,
  doctor,
  request,
  wait,
  keys,
  approve,
  clock,
  reset,
  snapshot,
  namespace,
};

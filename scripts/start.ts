import { accessSync, constants, mkdirSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { takeTurn } from '#db/take-turn.ts';
import { readServe } from '#lib/config/env.ts';
import { buildIfNeeded, PACKED_SERVER } from './build.ts';
import { provideSandboxSecret } from './secrets.ts';
import { printWelcome } from './welcome.ts';

/** How long another start in this folder may take, building included. */
const TURN_WAIT_MS = 600_000;

const letNextIn = waitForMyTurn();
provideSandboxSecret(process.env);
Object.assign(process.env, { NODE_ENV: 'production' });
await buildIfNeeded();
await import(pathToFileURL(PACKED_SERVER).href);
letNextIn?.();
if (readServe(process.env).wings === 'all') printWelcome();

/** Two that start together would make secrets, keys and pages over each other; who may not write here makes none. */
function waitForMyTurn(): (() => void) | undefined {
  try {
    mkdirSync('data', { recursive: true });
    accessSync('data', constants.W_OK);
  } catch {
    return undefined;
  }
  return takeTurn('data/starting', TURN_WAIT_MS, () => {
    console.log('Another start in this folder is getting ready; waiting for it …');
  });
}

import { existsSync } from 'node:fs';

const PLACES = [
  // Without the windows that no test looks at: a sixth less work for the whole browser.
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
];

/** Finds a Chromium of this machine: the one that `CHROMIUM_PATH` names, else one in a usual place. */
export function findChromium(): string | undefined {
  return [process.env.CHROMIUM_PATH ?? '', ...PLACES].find((path) => path !== '' && existsSync(path));
}

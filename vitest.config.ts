import { globSync, readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

const FILES = globSync(['lib/**/*.test.ts', 'db/**/*.test.ts', 'app/**/*.test.ts', '*.test.ts']);
/** Settings and modules are read once a process, so a test that makes its own must not meet another's. */
const OWN_SETTINGS = /process\.env\.|stubEnv|vi\.mock\(/;

const withOwnSettings = FILES.filter((file) => OWN_SETTINGS.test(readFileSync(file, 'utf8')));
const others = FILES.filter((file) => !withOwnSettings.includes(file));
/** Holds every answer of an endpoint against the API reference. */
const setupFiles = ['lib/testing/answers.ts', 'lib/testing/rsa-keys.ts'];
/** For the workers, and for the processes that tests start. */
const quickly = `--import=${new URL('scripts/quick-drizzle.mjs', import.meta.url).href}`;
const env = {
  NODE_OPTIONS: quickly,
  AUTH_SECRET: 'a-secret-for-unit-tests-only-0123456789',
  LOG_LEVEL: 'silent',
};

export default defineConfig({
  test: {
    // Left alone, vitest keeps one processor for itself.
    maxWorkers: availableParallelism(),
    execArgv: [quickly],
    // No test is about how long something takes; on a busy machine everything takes longer.
    testTimeout: 30_000,
    hookTimeout: 30_000,
    projects: [
      // What all tests import is read once for many files: half of the time.
      { test: { name: 'unit', include: others.map(literally), isolate: false, env, setupFiles } },
      { test: { name: 'own settings', include: withOwnSettings.map(literally), env, setupFiles } },
    ],
  },
});

/** Folders of the app are named with characters that mean something in a pattern. */
function literally(file: string): string {
  return file.replace(/[()[\]]/g, '\\$&');
}

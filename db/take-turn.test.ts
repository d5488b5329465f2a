import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import { takeTurn } from './take-turn.ts';

const newFile = (): string => join(mkdtempSync(join(tmpdir(), 'systembruker-turn-')), 'turn');

it('lets one process in at a time, and the next when that one is killed', async () => {
  const file = newFile();
  const onWait = vi.fn();
  const first = fork(new URL('../lib/testing/turn-process.ts', import.meta.url), {
    env: { ...process.env, TURN_FILE: file },
    execArgv: [],
  });
  await once(first, 'message');
  expect(() => takeTurn(file, 1, onWait)).toThrow(/locked/);
  expect(onWait).toHaveBeenCalledOnce();
  first.kill('SIGKILL');
  await once(first, 'exit');
  takeTurn(file, 0, onWait)();
  expect(onWait).toHaveBeenCalledOnce();
});

it('lets the next one in when it is done', () => {
  const file = newFile();
  const letNextIn = takeTurn(file, 0);
  letNextIn();
  expect(() => takeTurn(file, 0)()).not.toThrow();
});

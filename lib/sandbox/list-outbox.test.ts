import { afterEach, describe, expect, it } from 'vitest';
import { env } from '../config/env.ts';
import { TEST_NOW, testContext } from '../testing/context.ts';
import { ENGINES } from '../testing/test-database.ts';
import { listOutbox } from './list-outbox.ts';
import { openToAll } from './open-sandbox.ts';

afterEach(() => {
  Object.assign(env(), { PORTAL_ENVIRONMENT: 'sandbox' });
});

describe.each(ENGINES)('the outbox on %s', (engine) => {
  it('shows the newest messages first, page by page, each once', async () => {
    const context = await testContext(undefined, engine);
    const { outbox } = context.db.tables;
    const message = {
      toAddress: 'pia@example.com',
      language: 'nb',
      body: '',
      attempts: 0,
    } as const;
    await context.db.insert(outbox).values(
      Array.from({ length: 30 }, (_, index) => ({
        ...message,
        subject: `${index}`,
        createdAt: new Date(TEST_NOW.getTime() + Math.floor(index / 3) * 1000),
      })),
    );
    const sandbox = openToAll(context);
    const first = await listOutbox(sandbox, undefined);
    const second = await listOutbox(sandbox, first.next);
    expect(second.next).toBeUndefined();
    const subjects = [...first.messages, ...second.messages].map(({ subject }) => Number(subject));
    expect(subjects).toEqual(Array.from({ length: 30 }, (_, index) => 29 - index));
  });

  it('is absent in production', async () => {
    const context = await testContext(undefined, engine);
    Object.assign(env(), { PORTAL_ENVIRONMENT: 'production' });
    expect(() => openToAll(context)).toThrow(expect.objectContaining({ status: 404 }));
  });
});

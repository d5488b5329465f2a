import { afterEach, describe, expect, it } from 'vitest';
import type { Db } from '#db/open.ts';
import { HOUR_MS } from '../../kernel/durations.ts';
import { TEST_NOW } from '../../testing/context.ts';
import { anSmtpServer } from '../../testing/smtp.ts';
import { ENGINES, openTestDatabase } from '../../testing/test-database.ts';
import { ATTEMPTS_MAX, deliverNotices } from './deliver-notices.ts';
import { keepDelivering } from './keep-delivering.ts';
import { type Mailer, openMailer } from './mailer.ts';
import { NOTICE_TEXTS, type NoticeKind } from './texts.ts';

const FROM = 'ikke-svar@portal.example';

const opened: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of opened.splice(0).reverse()) await close();
});

async function aMailServer(answerTo?: (recipient: string) => string) {
  const server = await anSmtpServer(answerTo);
  const mailer = openMailer(server.url, FROM);
  opened.push(server.close, mailer.close);
  return { ...server, mailer };
}

/** Puts a message in the outbox. */
async function aMessage(db: Db, differences: Partial<Db['tables']['outbox']['$inferInsert']> = {}): Promise<number> {
  const [row] = await db
    .insert(db.tables.outbox)
    .values({
      toAddress: 'pia@example.com',
      language: 'nb',
      subject: 'Rør og Vann AS: en forespørsel',
      body: 'Logg inn for å svare: https://portal.example/requests/1',
      createdAt: TEST_NOW,
      attempts: 0,
      ...differences,
    })
    .returning();
  return row?.id ?? 0;
}

const later = (hours: number) => () => new Date(TEST_NOW.getTime() + hours * HOUR_MS);
const deliver = (db: Db, mailer: Mailer, hours = 0) => deliverNotices(db, mailer, later(hours));

/** The body of a received message, out of quoted-printable (RFC 2045 §6.7). */
function bodyOf(data: string): string {
  const encoded = data.slice(data.indexOf('\r\n\r\n') + 4).replace(/=\r\n/g, '');
  const bytes = encoded.replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString('utf8').trim();
}

describe.each(ENGINES)('delivery of notices on %s', (engine) => {
  it('sends what waits, once, and keeps when', async () => {
    const { db } = await openTestDatabase(engine);
    const { mailer, received } = await aMailServer();
    await aMessage(db);
    expect(await deliver(db, mailer)).toEqual({ sent: 1, failed: 0 });
    expect(await deliver(db, mailer, 24)).toEqual({ sent: 0, failed: 0 });
    expect(received).toHaveLength(1);
    expect(received[0]).toMatchObject({ from: FROM, to: ['pia@example.com'] });
    expect(received[0]?.data).toMatch(/^Auto-Submitted: auto-generated$/im);
    expect(received[0]?.data).toMatch(/^Content-Language: nb$/im);
    expect(bodyOf(received[0]?.data ?? '')).toBe('Logg inn for å svare: https://portal.example/requests/1');
    const [row] = await db.select().from(db.tables.outbox);
    expect(row).toMatchObject({ sentAt: TEST_NOW, failure: null, attempts: 1 });
  });

  it('sends a message once when processes work side by side', async () => {
    const { db } = await openTestDatabase(engine);
    const { mailer, received } = await aMailServer();
    for (let message = 0; message < 5; message++) await aMessage(db);
    const rounds = await Promise.all([deliver(db, mailer), deliver(db, mailer), deliver(db, mailer)]);
    expect(rounds.reduce((sum, { sent }) => sum + sent, 0)).toBe(5);
    expect(received).toHaveLength(5);
  });

  it('waits longer after each failure, and gives up in the end', async () => {
    const { db } = await openTestDatabase(engine);
    const { mailer, received } = await aMailServer(() => '451 Try later');
    await aMessage(db);
    expect(await deliver(db, mailer)).toEqual({ sent: 0, failed: 1 });
    expect(await deliver(db, mailer)).toEqual({ sent: 0, failed: 0 });
    const [row] = await db.select().from(db.tables.outbox);
    expect(row?.nextAttemptAt).toEqual(new Date(TEST_NOW.getTime() + 60_000));
    expect(row?.failure).toContain('451');
    for (let round = 1; round < ATTEMPTS_MAX + 3; round++) await deliver(db, mailer, round * 24);
    const [last] = await db.select().from(db.tables.outbox);
    expect(last).toMatchObject({ attempts: ATTEMPTS_MAX, sentAt: null });
    expect(received).toEqual([]);
  });

  it('sends at a later attempt what failed at first', async () => {
    const { db } = await openTestDatabase(engine);
    const answers = ['451 Try later', '250 OK'];
    const { mailer, received } = await aMailServer(() => answers.shift() ?? '250 OK');
    await aMessage(db);
    await deliver(db, mailer);
    expect(await deliver(db, mailer, 1)).toEqual({ sent: 1, failed: 0 });
    expect(received).toHaveLength(1);
  });

  it('does not try again where nobody lives, and goes on with the next', async () => {
    const { db } = await openTestDatabase(engine);
    const { mailer, received } = await aMailServer((to) => (to.startsWith('nobody') ? '550 Unknown' : '250 OK'));
    await aMessage(db, { toAddress: 'nobody@example.com' });
    await aMessage(db);
    expect(await deliver(db, mailer)).toEqual({ sent: 1, failed: 1 });
    expect(await deliver(db, mailer, 48)).toEqual({ sent: 0, failed: 0 });
    expect(received.map(({ to }) => to)).toEqual([['pia@example.com']]);
  });

  it.each([
    ['a subject with a line break', { subject: 'Hei\r\nBcc: evil@example.com' }],
    ['an address with a line break', { toAddress: 'pia@example.com\r\nBcc: evil@example.com' }],
    ['a list of addresses', { toAddress: 'pia@example.com, evil@example.com' }],
    ['an address with a command', { toAddress: 'pia@example.com>\r\nRCPT TO:<evil@example.com' }],
  ])('C17 refuses %s', async (_, differences) => {
    const { db } = await openTestDatabase(engine);
    const { mailer, received } = await aMailServer();
    await aMessage(db, differences);
    expect(await deliver(db, mailer)).toEqual({ sent: 0, failed: 1 });
    expect(await deliver(db, mailer, 48)).toEqual({ sent: 0, failed: 0 });
    expect(received).toEqual([]);
  });

  it('C17 lets a text say whatever it likes without ending early or adding headers', async () => {
    const { db } = await openTestDatabase(engine);
    const { mailer, received } = await aMailServer();
    const body = 'Linje\n.\nBcc: evil@example.com\n..\nslutt';
    await aMessage(db, { body });
    await deliver(db, mailer);
    expect(received).toHaveLength(1);
    expect(received[0]?.to).toEqual(['pia@example.com']);
    expect(received[0]?.data.split('\r\n\r\n')[0]).not.toMatch(/^Bcc/im);
    expect(received[0]?.data).toContain('slutt');
  });
});

describe('the delivery of a running portal', () => {
  it('goes on by itself and stops after the message under way', async () => {
    const { db } = await openTestDatabase();
    const { url, received } = await aMailServer();
    await aMessage(db);
    const problems: unknown[] = [];
    const stop = keepDelivering(db, openMailer(url, FROM), (error) => problems.push(error));
    await expect.poll(() => received.length).toBe(1);
    await stop();
    await aMessage(db);
    expect(received).toHaveLength(1);
    expect(problems).toEqual([]);
  });
});

describe('the texts of notices', () => {
  const facts = { vendor: 'V', organisation: 'O', by: 'B', link: 'https://portal.example/requests/1' };
  const kinds = Object.keys(NOTICE_TEXTS.nb) as NoticeKind[];

  it.each(kinds)('carry no link but the one that asks for a log-in: %s', (kind) => {
    for (const language of ['nb', 'nn', 'en'] as const) {
      const { subject, lines } = NOTICE_TEXTS[language][kind](facts);
      const links = [subject, ...lines].flatMap((text) => text.match(/\bhttps?:\S+/g) ?? []);
      expect(links.every((link) => link === facts.link)).toBe(true);
      expect(links.length === 0 || /logg inn|log in/i.test(lines.join(' '))).toBe(true);
    }
  });
});

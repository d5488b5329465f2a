import type { Shape } from '../../shape.ts';
import type { sandbox as source } from '../nb/sandbox.ts';

/** Pages that only a sandbox has. */
export const sandbox = {
  outbox: {
    title: 'Outbox',
    lead: 'The e-mails that the portal has written, newest first. The page exists in test environments only.',
    kept: 'The portal is not connected to a mail server. The e-mails stay here.',
    delivered: 'The portal hands the e-mails to a mail server.',
    empty: 'No e-mails yet. They come when somebody asks, answers, forwards or withdraws a request.',
    to: 'To',
    written: 'Written',
    status: 'Status',
    waiting: 'Waiting',
    sent: 'Sent {time}',
    failed: '{count, plural, one {# attempt} other {# attempts}}, last: {failure}',
    next: 'Older e-mails',
    newest: 'Newest e-mails',
    pages: 'Pages of the outbox',
  },
} satisfies Shape<typeof source>;

import { createTransport } from 'nodemailer';

const TIMEOUT_MS = 10_000;
/** One address and nothing else: no list, no name, no comment, no control character. */
const ADDRESS = /^[^\s@<>()[\]\\,;:"\p{Cc}]+@[^\s@<>()[\]\\,;:"\p{Cc}]+$/u;
const CONTROL = /\p{Cc}/u;

/** A message to one person; `id` is the same at every attempt. */
export type Mail = {
  readonly id: string;
  readonly to: string;
  readonly subject: string;
  readonly body: string;
  readonly language: string;
};

/** Hands messages to a mail server. */
export type Mailer = {
  /** @throws MailRefused when no later attempt can succeed · whatever the connection says otherwise. */
  readonly send: (mail: Mail) => Promise<void>;
  readonly close: () => void;
};

/** The message or its address is not acceptable, now or later. */
export class MailRefused extends Error {
  constructor(reason: string, cause?: unknown) {
    super(reason, { cause });
    this.name = 'MailRefused';
  }
}

/**
 * Opens a mail server. The library writes the headers; on top of that a subject or address with a control character is
 * refused before it gets there (C17). Plain text only, one recipient each, marked as written by a machine.
 * @param url `smtp://` or `smtps://`, with user and password if the server wants them
 * @see RFC 5321, RFC 3834 §5
 */
export function openMailer(url: string, from: string): Mailer {
  const transport = createTransport({
    url,
    pool: true,
    maxConnections: 1,
    connectionTimeout: TIMEOUT_MS,
    greetingTimeout: TIMEOUT_MS,
    socketTimeout: TIMEOUT_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const domain = from.match(/@([\w.-]+)>?$/)?.[1] ?? 'localhost';
  return {
    async send({ id, to, subject, body, language }) {
      if (!ADDRESS.test(to) || CONTROL.test(subject))
        throw new MailRefused('The address or the subject is not acceptable.');
      try {
        await transport.sendMail({
          from,
          to: { name: '', address: to },
          subject,
          text: body,
          messageId: `<${id}@${domain}>`,
          headers: { 'auto-submitted': 'auto-generated', 'content-language': language },
        });
      } catch (error) {
        if (isRecipientRefused(error)) throw new MailRefused(error.message, error);
        throw error;
      }
    },
    close: () => transport.close(),
  };
}

/** A 5xx about the recipient is final; about the log-in or the connection it is ours to mend, and then worth another try. */
function isRecipientRefused(error: unknown): error is Error {
  const { code, responseCode } = error as { readonly code?: unknown; readonly responseCode?: unknown };
  return code === 'EENVELOPE' && typeof responseCode === 'number' && responseCode >= 500;
}

/** The languages that notices are written in. */
export type Language = 'nb' | 'nn' | 'en';

/** What a notice tells of. */
export type NoticeKind =
  | 'arrived'
  | 'forwarded'
  | 'reminded'
  | 'approved'
  | 'rejected'
  | 'withdrawn'
  | 'ended'
  | 'change-wished';

/** What the texts may mention; never rights, references or anything that is worth something without logging in. */
export type NoticeFacts = {
  readonly vendor: string;
  readonly organisation: string;
  /** Who sent it on or answered; empty for what a machine did. */
  readonly by: string;
  readonly link: string;
};

type Text = (facts: NoticeFacts) => { readonly subject: string; readonly lines: readonly string[] };

/** Subject and lines of each notice in each language. */
export const NOTICE_TEXTS: Readonly<Record<Language, Readonly<Record<NoticeKind, Text>>>> = {
  nb: {
    arrived: ({ vendor, organisation, link }) => ({
      subject: `${vendor} ber om fullmakt fra ${organisation}`,
      lines: [`${vendor} ber om at et system får handle for ${organisation}.`, `Logg inn for å lese og svare: ${link}`],
    }),
    forwarded: ({ vendor, organisation, by, link }) => ({
      subject: `${by} har sendt deg en forespørsel til ${organisation}`,
      lines: [
        `${by} ber deg svare på en forespørsel fra ${vendor} til ${organisation}.`,
        `Logg inn for å svare: ${link}`,
      ],
    }),
    reminded: ({ vendor, organisation, by, link }) => ({
      subject: `Påminnelse: en forespørsel til ${organisation} venter`,
      lines: [`${by} minner om en forespørsel fra ${vendor} til ${organisation}.`, `Logg inn for å svare: ${link}`],
    }),
    approved: ({ vendor, organisation, by, link }) => ({
      subject: `Forespørselen fra ${vendor} er godkjent`,
      lines: [
        `${by} har sagt ja til forespørselen fra ${vendor} til ${organisation}.`,
        `Logg inn for å se den: ${link}`,
      ],
    }),
    rejected: ({ vendor, organisation, by, link }) => ({
      subject: `Forespørselen fra ${vendor} er avvist`,
      lines: [
        `${by} har sagt nei til forespørselen fra ${vendor} til ${organisation}.`,
        `Logg inn for å se den: ${link}`,
      ],
    }),
    withdrawn: ({ vendor, organisation }) => ({
      subject: `${vendor} har trukket tilbake en forespørsel`,
      lines: [`${vendor} har trukket tilbake forespørselen til ${organisation}. Du trenger ikke svare.`],
    }),
    ended: ({ vendor, organisation }) => ({
      subject: `${vendor} har avsluttet en systembruker hos ${organisation}`,
      lines: [`Et system fra ${vendor} kan ikke lenger handle for ${organisation}. Du trenger ikke gjøre noe.`],
    }),
    'change-wished': ({ organisation, by, link }) => ({
      subject: `${organisation} ønsker en endring av fullmaktene`,
      lines: [
        `${by} i ${organisation} ber dere sende en endringsforespørsel.`,
        `Logg inn for å lese og svare: ${link}`,
      ],
    }),
  },
  nn: {
    arrived: ({ vendor, organisation, link }) => ({
      subject: `${vendor} ber om fullmakt frå ${organisation}`,
      lines: [
        `${vendor} ber om at eit system får handle for ${organisation}.`,
        `Logg inn for å lese og svare: ${link}`,
      ],
    }),
    forwarded: ({ vendor, organisation, by, link }) => ({
      subject: `${by} har sendt deg ein førespurnad til ${organisation}`,
      lines: [
        `${by} ber deg svare på ein førespurnad frå ${vendor} til ${organisation}.`,
        `Logg inn for å svare: ${link}`,
      ],
    }),
    reminded: ({ vendor, organisation, by, link }) => ({
      subject: `Påminning: ein førespurnad til ${organisation} ventar`,
      lines: [`${by} minner om ein førespurnad frå ${vendor} til ${organisation}.`, `Logg inn for å svare: ${link}`],
    }),
    approved: ({ vendor, organisation, by, link }) => ({
      subject: `Førespurnaden frå ${vendor} er godkjend`,
      lines: [
        `${by} har sagt ja til førespurnaden frå ${vendor} til ${organisation}.`,
        `Logg inn for å sjå han: ${link}`,
      ],
    }),
    rejected: ({ vendor, organisation, by, link }) => ({
      subject: `Førespurnaden frå ${vendor} er avvist`,
      lines: [
        `${by} har sagt nei til førespurnaden frå ${vendor} til ${organisation}.`,
        `Logg inn for å sjå han: ${link}`,
      ],
    }),
    withdrawn: ({ vendor, organisation }) => ({
      subject: `${vendor} har trekt tilbake ein førespurnad`,
      lines: [`${vendor} har trekt tilbake førespurnaden til ${organisation}. Du treng ikkje svare.`],
    }),
    ended: ({ vendor, organisation }) => ({
      subject: `${vendor} har avslutta ein systembrukar hos ${organisation}`,
      lines: [`Eit system frå ${vendor} kan ikkje lenger handle for ${organisation}. Du treng ikkje gjere noko.`],
    }),
    'change-wished': ({ organisation, by, link }) => ({
      subject: `${organisation} ønskjer ei endring av fullmaktene`,
      lines: [
        `${by} i ${organisation} ber dykk sende ein endringsførespurnad.`,
        `Logg inn for å lese og svare: ${link}`,
      ],
    }),
  },
  en: {
    arrived: ({ vendor, organisation, link }) => ({
      subject: `${vendor} asks ${organisation} for authority`,
      lines: [`${vendor} asks you to let a system act for ${organisation}.`, `Log in to read and answer: ${link}`],
    }),
    forwarded: ({ vendor, organisation, by, link }) => ({
      subject: `${by} has sent you a request to ${organisation}`,
      lines: [`${by} asks you to answer a request from ${vendor} to ${organisation}.`, `Log in to answer: ${link}`],
    }),
    reminded: ({ vendor, organisation, by, link }) => ({
      subject: `Reminder: a request to ${organisation} is waiting`,
      lines: [`${by} reminds you of a request from ${vendor} to ${organisation}.`, `Log in to answer: ${link}`],
    }),
    approved: ({ vendor, organisation, by, link }) => ({
      subject: `The request from ${vendor} has been approved`,
      lines: [`${by} has said yes to the request from ${vendor} to ${organisation}.`, `Log in to see it: ${link}`],
    }),
    rejected: ({ vendor, organisation, by, link }) => ({
      subject: `The request from ${vendor} has been rejected`,
      lines: [`${by} has said no to the request from ${vendor} to ${organisation}.`, `Log in to see it: ${link}`],
    }),
    withdrawn: ({ vendor, organisation }) => ({
      subject: `${vendor} has withdrawn a request`,
      lines: [`${vendor} has withdrawn its request to ${organisation}. You do not have to answer.`],
    }),
    ended: ({ vendor, organisation }) => ({
      subject: `${vendor} has ended a system user at ${organisation}`,
      lines: [`A system from ${vendor} can no longer act for ${organisation}. You need not do anything.`],
    }),
    'change-wished': ({ organisation, by, link }) => ({
      subject: `${organisation} would like to change what your system may do`,
      lines: [`${by} of ${organisation} asks you to send a change request.`, `Log in to read and answer: ${link}`],
    }),
  },
};

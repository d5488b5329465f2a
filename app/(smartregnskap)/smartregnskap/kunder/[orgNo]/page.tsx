import type { Metadata } from 'next';
import type { ReactNode } from 'react';
import { formatInstant, formatOrgNo } from '#lib/demo/smartregnskap/format.ts';
import type { Language } from '#lib/demo/smartregnskap/language.ts';
import { fill, type Messages } from '#lib/demo/smartregnskap/messages.ts';
import type { Connection, Customer } from '#lib/demo/smartregnskap/model.ts';
import { connectionOf } from '#lib/demo/smartregnskap/state.ts';
import { check, connect } from '../../actions.ts';
import styles from '../../look.module.css';
import { readCustomer, readTexts } from '../../page-context.ts';
import { Trail } from '../../trail.tsx';

type Props = {
  readonly params: Promise<{ readonly orgNo: string }>;
  readonly searchParams: Promise<{ readonly feil?: string }>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: readCustomer((await params).orgNo).customer.name };
}

export default async function CustomerPage({ params, searchParams }: Props) {
  const { language, texts } = await readTexts();
  const { settings, customer } = readCustomer((await params).orgNo);
  const { feil } = await searchParams;
  const connection = connectionOf(settings.stateFile, customer.orgNo);
  return (
    <>
      <Trail texts={texts} />
      <h1>{customer.name}</h1>
      <p>
        {texts.orgNo} {formatOrgNo(customer.orgNo)}{' '}
        <span className={styles.status} data-status={connection.status}>
          {texts.statuses[connection.status]}
        </span>
      </p>
      {feil === undefined ? null : <Problem texts={texts} code={feil} />}
      <section className={styles.card}>
        <h2>{texts.connectHeading}</h2>
        {connection.heardAt === undefined || connection.status === 'waiting' ? null : (
          <p>{fill(texts.heardText, { time: formatInstant(connection.heardAt, language) })}</p>
        )}
        <NextStep texts={texts} language={language} customer={customer} connection={connection} />
      </section>
    </>
  );
}

type NextStepProps = {
  readonly texts: Messages;
  readonly language: Language;
  readonly customer: Customer;
  readonly connection: Connection;
};

/** One sentence about where things stand, and one thing to do about it. */
function NextStep({ texts, language, customer, connection }: NextStepProps): ReactNode {
  const { name, orgNo } = customer;
  switch (connection.status) {
    case 'connected':
      return (
        <>
          <p>{fill(texts.connectedText, { name })}</p>
          <a className={styles.primary} href={`/smartregnskap/kunder/${orgNo}/krav`}>
            {texts.showClaims}
          </a>
        </>
      );
    case 'waiting':
      return (
        <>
          <p>{fill(texts.waitingText, { name, time: formatInstant(connection.askedAt ?? '', language) })}</p>
          <div className={styles.row}>
            <a className={styles.primary} href={`/smartregnskap/kunder/${orgNo}/videre`}>
              {texts.answerNow}
            </a>
            <form action={check.bind(null, orgNo)}>
              <button type="submit" className={styles.secondary}>
                {texts.checkAgain}
              </button>
            </form>
          </div>
        </>
      );
    case 'rejected':
      return (
        <>
          <p>{fill(texts.rejectedText, { name })}</p>
          <form action={connect.bind(null, orgNo)}>
            <button type="submit" className={styles.primary}>
              {texts.sendRequest}
            </button>
          </form>
        </>
      );
    case 'none':
      return (
        <>
          <p>{fill(texts.connectText, { name })}</p>
          <div className={styles.row}>
            <form action={connect.bind(null, orgNo)}>
              <button type="submit" className={styles.primary}>
                {texts.connect}
              </button>
            </form>
            <a href={`/smartregnskap/kunder/${orgNo}/krav`}>{texts.showClaims}</a>
          </div>
        </>
      );
  }
}

function Problem({ texts, code }: { readonly texts: Messages; readonly code: string }) {
  const safeCode = /^[\w-]{1,40}$/.test(code) ? code : '';
  return (
    <div className={styles.notice} role="alert">
      <h2>{texts.problemHeading}</h2>
      <p>{code === 'utilgjengelig' ? texts.problemUnreachable : fill(texts.problemRefused, { code: safeCode })}</p>
    </div>
  );
}

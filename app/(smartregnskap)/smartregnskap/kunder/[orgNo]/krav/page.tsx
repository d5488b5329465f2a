import type { Metadata } from 'next';
import type { ReactNode } from 'react';
import { formatInstant } from '#lib/demo/smartregnskap/format.ts';
import type { Language } from '#lib/demo/smartregnskap/language.ts';
import { fill, type Messages } from '#lib/demo/smartregnskap/messages.ts';
import type { ClaimsOutcome, Customer } from '#lib/demo/smartregnskap/model.ts';
import { readClaims } from '#lib/demo/smartregnskap/read-claims.ts';
import { connect } from '../../../actions.ts';
import styles from '../../../look.module.css';
import { readCustomer, readTexts } from '../../../page-context.ts';
import { Trail } from '../../../trail.tsx';
import { Claims } from './claims.tsx';

type Props = { readonly params: Promise<{ readonly orgNo: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { texts } = await readTexts();
  return { title: fill(texts.claimsFor, { name: readCustomer((await params).orgNo).customer.name }) };
}

export default async function ClaimsPage({ params }: Props) {
  const { language, texts } = await readTexts();
  const { settings, customer } = readCustomer((await params).orgNo);
  const outcome = await readClaims(settings, customer.orgNo);
  return (
    <>
      <Trail texts={texts} customer={customer} />
      <h1>{fill(texts.claimsFor, { name: customer.name })}</h1>
      <Outcome outcome={outcome} customer={customer} texts={texts} language={language} />
    </>
  );
}

type OutcomeProps = {
  readonly outcome: ClaimsOutcome;
  readonly customer: Customer;
  readonly texts: Messages;
  readonly language: Language;
};

function Outcome({ outcome, customer, texts, language }: OutcomeProps): ReactNode {
  const { name } = customer;
  switch (outcome.kind) {
    case 'claims':
      return (
        <>
          <Claims claims={outcome.claims} name={name} texts={texts} language={language} />
          <p>{fill(texts.readAt, { time: formatInstant(outcome.readAt, language) })}</p>
        </>
      );
    case 'no-system-user':
      return (
        <Notice heading={fill(texts.noSystemUserHeading, { name })} ask={customer} texts={texts}>
          <p>{fill(texts.noSystemUserText, { code: outcome.code })}</p>
          <blockquote lang="en">{outcome.explanation}</blockquote>
        </Notice>
      );
    case 'on-hold':
      return (
        <Notice heading={fill(texts.onHoldHeading, { name })} texts={texts}>
          <p>{fill(texts.onHoldText, { name, code: outcome.code })}</p>
          <blockquote lang="en">{outcome.explanation}</blockquote>
        </Notice>
      );
    case 'no-right':
      return (
        <Notice heading={fill(texts.noRightHeading, { name })} ask={customer} texts={texts}>
          <p>{texts.noRightText}</p>
        </Notice>
      );
    case 'not-accepted':
      return (
        <Notice heading={texts.notAcceptedHeading} texts={texts}>
          <p>{texts.notAcceptedText}</p>
        </Notice>
      );
    case 'unknown-organisation':
      return (
        <Notice heading={texts.unknownHeading} texts={texts}>
          <p>{texts.unknownText}</p>
        </Notice>
      );
    case 'unreachable':
      return (
        <>
          <Notice heading={texts.unreachableHeading} texts={texts}>
            <p>{texts.unreachableText}</p>
            {outcome.last === undefined ? null : (
              <p>{fill(texts.unreachableLast, { time: formatInstant(outcome.last.readAt, language) })}</p>
            )}
          </Notice>
          {outcome.last === undefined ? null : (
            <Claims claims={outcome.last.claims} name={name} texts={texts} language={language} />
          )}
        </>
      );
  }
}

type NoticeProps = {
  readonly heading: string;
  /** The customer to whom a request can be sent, when that would help. */
  readonly ask?: Customer;
  readonly texts: Messages;
  readonly children: ReactNode;
};

function Notice({ heading, ask, texts, children }: NoticeProps) {
  return (
    <section className={styles.notice} role="status">
      <h2>{heading}</h2>
      {children}
      {ask === undefined ? null : (
        <form action={connect.bind(null, ask.orgNo)}>
          <button type="submit" className={styles.primary}>
            {texts.sendRequest}
          </button>
        </form>
      )}
    </section>
  );
}

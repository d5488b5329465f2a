import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { fill } from '#lib/demo/smartregnskap/messages.ts';
import { connectionOf } from '#lib/demo/smartregnskap/state.ts';
import styles from '../../../look.module.css';
import { readCustomer, readTexts } from '../../../page-context.ts';

type Props = { readonly params: Promise<{ readonly orgNo: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await readTexts()).texts.forwardHeading };
}

/**
 * Leads the browser to another origin. A redirect straight from the form would be stopped by `form-action 'self'` in
 * a browser without JavaScript.
 */
export default async function ForwardPage({ params }: Props) {
  const { texts } = await readTexts();
  const { settings, customer } = readCustomer((await params).orgNo);
  const { status, confirmUrl } = connectionOf(settings.stateFile, customer.orgNo);
  if (status !== 'waiting' || confirmUrl === undefined) redirect(`/smartregnskap/kunder/${customer.orgNo}`);
  const { host } = new URL(confirmUrl);
  return (
    <>
      <meta httpEquiv="refresh" content={`0;url=${confirmUrl}`} />
      <h1>{texts.forwardHeading}</h1>
      <p>{fill(texts.forwardText, { host })}</p>
      <a className={styles.primary} href={confirmUrl}>
        {fill(texts.forwardLink, { host })}
      </a>
    </>
  );
}

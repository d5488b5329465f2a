import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { AltinnRefused } from '#lib/demo/smartregnskap/altinn.ts';
import { ServiceError } from '#lib/demo/smartregnskap/call-service.ts';
import { refreshConnection } from '#lib/demo/smartregnskap/connect-customer.ts';
import { TokenRefused } from '#lib/demo/smartregnskap/get-token.ts';
import { fill } from '#lib/demo/smartregnskap/messages.ts';
import type { Connection } from '#lib/demo/smartregnskap/model.ts';
import type { Settings } from '#lib/demo/smartregnskap/settings.ts';
import styles from '../look.module.css';
import { readCustomer, readTexts } from '../page-context.ts';
import { Trail } from '../trail.tsx';

type Props = { readonly searchParams: Promise<{ readonly kunde?: string | string[] }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await readTexts()).texts.connection };
}

/** The return address: says what came of the request, after asking Altinn. */
export default async function BackPage({ searchParams }: Props) {
  const { texts } = await readTexts();
  const { kunde } = await searchParams;
  if (typeof kunde !== 'string') redirect('/smartregnskap');
  const { settings, customer } = readCustomer(kunde);
  const { status } = await refreshOrLeave(settings, customer.orgNo);
  const page = `/smartregnskap/kunder/${customer.orgNo}`;
  return (
    <>
      <Trail texts={texts} customer={customer} />
      <div className={styles.notice}>
        <h1>{fill(texts.backTitles[status], { name: customer.name })}</h1>
        <p>{texts.backTexts[status]}</p>
      </div>
      {status === 'connected' ? (
        <a className={styles.primary} href={`${page}/krav`}>
          {texts.showClaims}
        </a>
      ) : (
        <a className={styles.primary} href={page}>
          {fill(texts.toCustomer, { name: customer.name })}
        </a>
      )}
    </>
  );
}

async function refreshOrLeave(settings: Settings, orgNo: string): Promise<Connection> {
  try {
    return await refreshConnection(settings, orgNo);
  } catch (error) {
    const isKnown = error instanceof ServiceError || error instanceof AltinnRefused || error instanceof TokenRefused;
    if (!isKnown) throw error;
    redirect(`/smartregnskap/kunder/${orgNo}?feil=utilgjengelig`);
  }
}

import type { Metadata } from 'next';
import { formatOrgNo } from '#lib/demo/smartregnskap/format.ts';
import type { Messages } from '#lib/demo/smartregnskap/messages.ts';
import { connectionOf, listCustomers } from '#lib/demo/smartregnskap/state.ts';
import { add } from './actions.ts';
import styles from './look.module.css';
import { readSettings, readTexts } from './page-context.ts';
import { ScrollRegion } from './scroll-region.tsx';

type Props = { readonly searchParams: Promise<{ readonly feil?: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await readTexts()).texts.customers };
}

export default async function CustomersPage({ searchParams }: Props) {
  const { texts } = await readTexts();
  const { stateFile } = readSettings();
  const { feil } = await searchParams;
  return (
    <>
      <h1>{texts.customers}</h1>
      <p>{texts.intro}</p>
      <ScrollRegion name={texts.customers}>
        <table className={styles.table}>
          <caption>{texts.customers}</caption>
          <thead>
            <tr>
              <th scope="col">{texts.customer}</th>
              <th scope="col">{texts.orgNo}</th>
              <th scope="col">{texts.connection}</th>
            </tr>
          </thead>
          <tbody>
            {listCustomers(stateFile).map((customer) => {
              const { status } = connectionOf(stateFile, customer.orgNo);
              return (
                <tr key={customer.orgNo}>
                  <td>
                    <a href={`/smartregnskap/kunder/${customer.orgNo}`}>{customer.name}</a>
                  </td>
                  <td>{formatOrgNo(customer.orgNo)}</td>
                  <td>
                    <span className={styles.status} data-status={status}>
                      {texts.statuses[status]}
                    </span>
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </ScrollRegion>
      <h2 id="ny">{texts.addCustomer}</h2>
      <AddCustomer texts={texts} isWrong={feil === 'orgnr'} />
    </>
  );
}

function AddCustomer({ texts, isWrong }: { readonly texts: Messages; readonly isWrong: boolean }) {
  return (
    <form action={add} className={styles.form}>
      <div className={styles.field}>
        <label htmlFor="orgNo">{texts.orgNo}</label>
        <small id="orgNo-help">{texts.addCustomerHelp}</small>
        <input
          id="orgNo"
          name="orgNo"
          inputMode="numeric"
          autoComplete="off"
          aria-describedby={isWrong ? 'orgNo-help orgNo-error' : 'orgNo-help'}
          aria-invalid={isWrong}
        />
        {isWrong ? (
          <p className={styles.error} id="orgNo-error" role="alert">
            {texts.wrongOrgNo}
          </p>
        ) : null}
      </div>
      <div className={styles.field}>
        <label htmlFor="name">{texts.name}</label>
        <input id="name" name="name" autoComplete="off" maxLength={100} />
      </div>
      <div>
        <button type="submit" className={styles.secondary}>
          {texts.add}
        </button>
      </div>
    </form>
  );
}

import type { Messages } from '#lib/demo/smartregnskap/messages.ts';
import type { Customer } from '#lib/demo/smartregnskap/model.ts';
import styles from './look.module.css';

type Props = { readonly texts: Messages; readonly customer?: Customer };

/** The way from the list of customers to this page. */
export function Trail({ texts, customer }: Props) {
  return (
    <nav aria-label={texts.breadcrumb}>
      <ol className={styles.trail}>
        <li>
          <a href="/smartregnskap">{texts.customers}</a>
        </li>
        {customer === undefined ? null : (
          <li>
            <a href={`/smartregnskap/kunder/${customer.orgNo}`}>{customer.name}</a>
          </li>
        )}
      </ol>
    </nav>
  );
}

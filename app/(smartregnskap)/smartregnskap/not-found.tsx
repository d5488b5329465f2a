import styles from './look.module.css';
import { readTexts } from './page-context.ts';

export default async function NotFound() {
  const { texts } = await readTexts();
  return (
    <>
      <h1>{texts.notFound}</h1>
      <p>{texts.notFoundText}</p>
      <a className={styles.primary} href="/smartregnskap">
        {texts.toCustomers}
      </a>
    </>
  );
}

import { formatDay, formatKroner } from '#lib/demo/smartregnskap/format.ts';
import type { Language } from '#lib/demo/smartregnskap/language.ts';
import { fill, type Messages } from '#lib/demo/smartregnskap/messages.ts';
import type { OpenClaim, OpenClaims } from '#lib/demo/smartregnskap/model.ts';
import styles from '../../../look.module.css';
import { ScrollRegion } from '../../../scroll-region.tsx';

type Props = { readonly claims: OpenClaims; readonly texts: Messages; readonly language: Language };

/** What a customer owes: the total large, then by group, then one by one. */
export function Claims({ claims, name, texts, language }: Props & { readonly name: string }) {
  const kroner = (amount: number) => formatKroner(amount, language);
  return (
    <>
      <dl className={styles.total}>
        <dt>{texts.totalLabel}</dt>
        <dd>{kroner(claims.balance)}</dd>
      </dl>
      {claims.unplaced === 0 ? null : (
        <p>
          {texts.unplaced}: {kroner(claims.unplaced)}
        </p>
      )}
      {claims.claims.length === 0 ? (
        <p>{fill(texts.nothingOpen, { name })}</p>
      ) : (
        <>
          <GroupTable claims={claims} texts={texts} language={language} />
          <ClaimTable claims={claims} texts={texts} language={language} />
        </>
      )}
    </>
  );
}

function GroupTable({ claims, texts, language }: Props) {
  const kroner = (amount: number) => formatKroner(amount, language);
  return (
    <>
      <h2>{texts.perGroup}</h2>
      <ScrollRegion name={texts.perGroup}>
        <table className={styles.table}>
          <caption>{texts.perGroup}</caption>
          <thead>
            <tr>
              <th scope="col">{texts.group}</th>
              {[texts.overdue, texts.notOverdue, texts.interest, texts.balance].map((heading) => (
                <th key={heading} scope="col" className={styles.amount}>
                  {heading}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {claims.groups.map((group) => (
              <tr key={group.group}>
                <th scope="row" lang="nb">
                  {group.group}
                </th>
                <td className={styles.amount}>{kroner(group.overdue)}</td>
                <td className={styles.amount}>{kroner(group.notOverdue)}</td>
                <td className={styles.amount}>{kroner(group.interest)}</td>
                <td className={styles.amount}>{kroner(group.balance)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </>
  );
}

function ClaimTable({ claims, texts, language }: Props) {
  return (
    <>
      <h2>{texts.openClaims}</h2>
      <ScrollRegion name={texts.openClaims}>
        <table className={styles.table}>
          <caption>{texts.openClaims}</caption>
          <thead>
            <tr>
              <th scope="col">{texts.claim}</th>
              <th scope="col">{texts.dueOn}</th>
              <th scope="col">{texts.account}</th>
              <th scope="col">{texts.kid}</th>
              <th scope="col" className={styles.amount}>
                {texts.outstanding}
              </th>
            </tr>
          </thead>
          <tbody>
            {claims.claims.map((claim) => (
              <ClaimRow key={claim.id} claim={claim} language={language} />
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </>
  );
}

function ClaimRow({ claim, language }: { readonly claim: OpenClaim; readonly language: Language }) {
  return (
    <tr>
      <th scope="row">{claim.description[language] ?? claim.id}</th>
      <td>
        <time dateTime={claim.dueOn}>{formatDay(claim.dueOn, language)}</time>
      </td>
      <td className={styles.mono}>{claim.account}</td>
      <td className={styles.mono}>{claim.kid}</td>
      <td className={styles.amount}>{formatKroner(claim.outstanding, language)}</td>
    </tr>
  );
}

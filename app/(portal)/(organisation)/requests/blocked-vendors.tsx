import { Dated } from '#app/_ui/dated.tsx';
import { Heading } from '#app/_ui/ds.ts';
import { SubmitButton } from '#app/_ui/submit-button.tsx';
import type { BlockedVendor } from '#lib/requests/blocking/model.ts';
import { pageLanguage, translator } from '#lib/session/translator.ts';
import { ActingFor } from '../../_parts/acting-for.tsx';
import { unblock } from '../../_parts/block-actions.ts';
import { PartyLine } from '../../_parts/party-line.tsx';

/** Vendors from whom the organisation takes no requests, each with the way back. */
export async function BlockedVendors({
  vendors,
  orgUuid,
}: {
  readonly vendors: readonly BlockedVendor[];
  readonly orgUuid: string;
}) {
  const t = await translator('requests');
  const language = await pageLanguage();
  return (
    <section className="flex max-w-[45rem] flex-col gap-3">
      <Heading level={2} data-size="xs">
        {t('blocking.listTitle')}
      </Heading>
      <ul className="flex flex-col divide-y divide-border-subtle rounded-lg border border-border-subtle bg-background-default">
        {vendors.map((vendor) => (
          <li key={vendor.orgNo} className="flex flex-wrap items-center justify-between gap-3 px-5 py-3">
            <div>
              <PartyLine name={vendor.name} orgNo={vendor.orgNo} />
              <p className="text-sm text-text-subtle">
                <Dated
                  at={[vendor.blockedAt]}
                  language={language}
                  say={(date) => t('blocking.since', { date, name: vendor.blockedByName })}
                />
              </p>
            </div>
            <form action={unblock}>
              <ActingFor orgUuid={orgUuid} />
              <input type="hidden" name="vendor" value={vendor.orgNo} />
              <SubmitButton variant="tertiary">{t('blocking.unblock', { vendor: vendor.name })}</SubmitButton>
            </form>
          </li>
        ))}
      </ul>
    </section>
  );
}

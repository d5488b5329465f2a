import { Dated } from '#app/_ui/dated.tsx';
import {
  Details,
  DetailsContent,
  DetailsSummary,
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableHeaderCell,
  TableRow,
} from '#app/_ui/ds.ts';
import { SubmitButton } from '#app/_ui/submit-button.tsx';
import { TableRegion } from '#app/_ui/table-region.tsx';
import { TextLink } from '#app/_ui/text-link.tsx';
import { VENDOR_SCOPES } from '#lib/onboarding/model.ts';
import { pageLanguage, translator } from '#lib/session/translator.ts';
import { ActingFor } from '../../_parts/acting-for.tsx';
import { askForScope } from './actions.ts';
import type { ScopeChoices } from './scope-choices.ts';

type Locked = ScopeChoices['locked'][number];

/** Scopes that are closed to the vendor, with the way to ask for each. */
export async function LockedScopes({
  scopes,
  orgUuid,
  clientId,
}: {
  readonly scopes: readonly Locked[];
  readonly orgUuid: string;
  readonly clientId?: string;
}) {
  if (scopes.length === 0) return null;
  const t = await translator('vendor');
  return (
    <Details>
      <DetailsSummary>{t('clients.locked.title')}</DetailsSummary>
      <DetailsContent>
        <p className="mb-4 max-w-[42rem]">{t('clients.locked.text')}</p>
        <TableRegion label={t('clients.locked.caption')}>
          <Table>
            <caption className="sr-only">{t('clients.locked.caption')}</caption>
            <TableHead>
              <TableRow>
                <TableHeaderCell scope="col">{t('clients.locked.what')}</TableHeaderCell>
                <TableHeaderCell scope="col">{t('clients.locked.action')}</TableHeaderCell>
              </TableRow>
            </TableHead>
            <TableBody>
              {scopes.map((scope) => (
                <TableRow key={scope.name}>
                  <TableCell data-label={t('clients.locked.what')}>
                    {scope.description}
                    <div>
                      <code className="text-sm break-all text-text-subtle">{scope.name}</code>
                    </div>
                  </TableCell>
                  <TableCell data-label={t('clients.locked.action')}>
                    <Ask scope={scope} orgUuid={orgUuid} {...(clientId === undefined ? {} : { clientId })} />
                  </TableCell>
                </TableRow>
              ))}
            </TableBody>
          </Table>
        </TableRegion>
      </DetailsContent>
    </Details>
  );
}

async function Ask({
  scope,
  orgUuid,
  clientId,
}: {
  readonly scope: Locked;
  readonly orgUuid: string;
  readonly clientId?: string;
}) {
  const t = await translator('vendor');
  const language = await pageLanguage();
  const fromAgreement: readonly string[] = VENDOR_SCOPES;
  if (fromAgreement.includes(scope.name)) {
    return <TextLink href="/vendor/agreement">{t('clients.locked.agreement')}</TextLink>;
  }
  if (scope.access?.state === 'REQUESTED') {
    return (
      <p>
        <Dated at={[scope.access.updatedAt]} language={language} say={(date) => t('clients.locked.asked', { date })} />
      </p>
    );
  }
  return (
    <form action={askForScope} className="flex flex-col items-start gap-1">
      <ActingFor orgUuid={orgUuid} />
      <input type="hidden" name="scope" value={scope.name} />
      {clientId !== undefined && <input type="hidden" name="clientId" value={clientId} />}
      {scope.access?.state === 'DENIED' && <p className="text-sm">{t('clients.locked.denied')}</p>}
      <SubmitButton variant="tertiary">{t('clients.locked.ask', { scope: scope.name })}</SubmitButton>
    </form>
  );
}

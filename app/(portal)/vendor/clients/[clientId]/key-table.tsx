import { ConfirmDialog } from '#app/_ui/confirm-dialog.tsx';
import { Table, TableBody, TableCell, TableHead, TableHeaderCell, TableRow } from '#app/_ui/ds.ts';
import { EmptyState } from '#app/_ui/empty-state.tsx';
import { Moment } from '#app/_ui/moment.tsx';
import { StatusTag } from '#app/_ui/status-tag.tsx';
import { TableRegion } from '#app/_ui/table-region.tsx';
import type { ClientKey } from '#lib/maskinporten/client-keys/model.ts';
import type { Client } from '#lib/maskinporten/clients/model.ts';
import { pageLanguage, translator } from '#lib/session/translator.ts';
import { EXPIRES_SOON_MS } from '../../_parts/expires-soon.ts';
import { RemoveKeyForm } from '../remove-key-form.tsx';

/** The keys of a client, each with its age, its end and its last use. */
export async function KeyTable({
  client,
  keys,
  orgUuid,
  at,
}: {
  readonly client: Client;
  readonly keys: readonly ClientKey[];
  readonly orgUuid: string;
  readonly at: Date;
}) {
  const t = await translator('vendor');
  if (keys.length === 0) return <EmptyState text={t('clients.keysEmpty')} />;
  const common = await translator('common');
  const language = await pageLanguage();
  const { clientId } = client;
  return (
    <TableRegion label={t('clients.keyTable')}>
      <Table>
        <caption className="sr-only">{t('clients.keyTable')}</caption>
        <TableHead>
          <TableRow>
            <TableHeaderCell scope="col">{t('clients.kid')}</TableHeaderCell>
            <TableHeaderCell scope="col">{t('clients.added')}</TableHeaderCell>
            <TableHeaderCell scope="col">{t('clients.expires')}</TableHeaderCell>
            <TableHeaderCell scope="col">{t('clients.lastUsed')}</TableHeaderCell>
            <TableHeaderCell scope="col">{t('clients.removeColumn')}</TableHeaderCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {keys.map(({ kid, createdAt, expiresAt, lastUsedAt }) => (
            <TableRow key={kid}>
              <TableCell data-label={t('clients.kid')}>
                <code className="text-sm break-all">{kid}</code>
              </TableCell>
              <TableCell data-label={t('clients.added')}>
                <Moment at={createdAt} language={language} />
              </TableCell>
              <TableCell data-label={t('clients.expires')}>
                <Moment at={expiresAt} language={language} /> <Expiry expiresAt={expiresAt} at={at} />
              </TableCell>
              <TableCell data-label={t('clients.lastUsed')}>
                {lastUsedAt ? <Moment at={lastUsedAt} language={language} /> : t('clients.neverUsed')}
              </TableCell>
              <TableCell data-label={t('clients.removeColumn')}>
                <ConfirmDialog
                  trigger={t('clients.remove', { kid: shortened(kid) })}
                  fallbackHref={`/vendor/clients/${encodeURIComponent(clientId)}/remove-key?kid=${encodeURIComponent(kid)}`}
                  variant="tertiary"
                  title={t('clients.removeTitle', { kid: shortened(kid) })}
                  close={common('actions.close')}
                >
                  <RemoveKeyForm clientId={clientId} kid={kid} orgUuid={orgUuid} />
                </ConfirmDialog>
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </TableRegion>
  );
}

async function Expiry({ expiresAt, at }: { readonly expiresAt: Date; readonly at: Date }) {
  const t = await translator('vendor');
  const left = expiresAt.getTime() - at.getTime();
  if (left <= 0) return <StatusTag status="suspended" label={t('clients.expired')} />;
  return left > EXPIRES_SOON_MS ? null : <StatusTag status="expiring" label={t('clients.expiresSoon')} />;
}

/** A thumbprint is as long as a line; its beginning is enough to tell five keys apart. */
function shortened(kid: string): string {
  return kid.length > 16 ? `${kid.slice(0, 12)}…` : kid;
}

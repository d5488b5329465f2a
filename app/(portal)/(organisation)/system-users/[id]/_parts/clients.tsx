import { Alert, Checkbox, Fieldset, FieldsetLegend, Heading } from '#app/_ui/ds.ts';
import { Notice } from '#app/_ui/notice.tsx';
import { SubmitButton } from '#app/_ui/submit-button.tsx';
import { formatDate, formatList } from '#lib/i18n/format.ts';
import { problemText } from '#lib/i18n/problem-texts.ts';
import { listConnectableClients } from '#lib/requests/overview/list-connectable-clients.ts';
import type { OwnSystemUserView } from '#lib/requests/overview/read-own-system-user.ts';
import { requirePerson } from '#lib/session/page-context.ts';
import { pageLanguage, translator } from '#lib/session/translator.ts';
import { ActingFor } from '../../../../_parts/acting-for.tsx';
import { NumberLine } from '../../../../_parts/party-line.tsx';
import { connect, disconnect } from '../actions.ts';

type Given = Readonly<Record<string, string | string[] | undefined>>;

/** The clients that an agent acts for, those that can be added, and those that lack something. */
export async function Clients({
  view,
  searchParams,
}: {
  readonly view: OwnSystemUserView;
  readonly searchParams: Given;
}) {
  const t = await translator('systemUsers');
  return (
    <div className="flex max-w-[45rem] flex-col gap-8">
      <Told given={searchParams} view={view} />
      <section className="flex flex-col gap-3" aria-labelledby="connected">
        <Heading level={2} data-size="xs" id="connected">
          {t('clients.connected')}
        </Heading>
        <Connected view={view} />
      </section>
      {view.mayManageClients && <Connectable view={view} />}
    </div>
  );
}

async function Connected({ view }: { readonly view: OwnSystemUserView }) {
  const t = await translator('systemUsers');
  const language = await pageLanguage();
  if (view.clients.length === 0) return <p>{t('clients.none')}</p>;
  return (
    <ul className="flex flex-col divide-y divide-border-subtle rounded-lg border border-border-subtle bg-background-default">
      {view.clients.map(({ client, createdAt }) => (
        <li key={client.uuid} className="flex flex-wrap items-center justify-between gap-3 px-5 py-3">
          <div>
            <p>{client.name}</p>
            <p className="tnum text-sm text-text-subtle">
              <NumberLine orgNo={client.orgNo} /> · {t('clients.since')} {formatDate(language, createdAt)}
            </p>
          </div>
          {view.mayManageClients && (
            <form action={disconnect}>
              <Key view={view} />
              <input type="hidden" name="client" value={client.uuid} />
              <SubmitButton variant="tertiary" color="danger">
                {t('clients.remove', { name: client.name })}
              </SubmitButton>
            </form>
          )}
        </li>
      ))}
    </ul>
  );
}

async function Connectable({ view }: { readonly view: OwnSystemUserView }) {
  const t = await translator('systemUsers');
  const language = await pageLanguage();
  const { context } = await requirePerson();
  const { eligible, lacking } = await listConnectableClients(context, view.user.id);
  return (
    <>
      {eligible.length === 0 ? (
        <p>{t('clients.noEligible')}</p>
      ) : (
        <form action={connect} className="flex flex-col items-start gap-4">
          <Key view={view} />
          <Fieldset>
            <FieldsetLegend>{t('clients.eligible')}</FieldsetLegend>
            {eligible.map((client) => (
              <Checkbox
                key={client.uuid}
                name="client"
                value={client.uuid}
                label={client.name}
                description={<NumberLine orgNo={client.orgNo} />}
              />
            ))}
          </Fieldset>
          <SubmitButton>{t('clients.add')}</SubmitButton>
        </form>
      )}
      {eligible.length > 1 && (
        <form action={connect}>
          <Key view={view} />
          {eligible.map((client) => (
            <input key={client.uuid} type="hidden" name="client" value={client.uuid} />
          ))}
          <SubmitButton variant="secondary">{t('clients.addAll', { count: String(eligible.length) })}</SubmitButton>
        </form>
      )}
      {lacking.length > 0 && (
        <section className="flex flex-col gap-3" aria-labelledby="lacking">
          <Heading level={2} data-size="xs" id="lacking">
            {t('clients.lacking')}
          </Heading>
          <ul className="flex flex-col gap-3">
            {lacking.map(({ client, packages }) => (
              <li key={client.uuid}>
                <p className="font-medium">{client.name}</p>
                <p className="text-text-subtle">
                  {t('clients.lacks', {
                    packages: formatList(
                      language,
                      packages.map((each) => each.name[language] ?? each.urn),
                    ),
                    organisation: view.organisation.name,
                  })}
                </p>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

async function Told({ given, view }: { readonly given: Given; readonly view: OwnSystemUserView }) {
  const t = await translator('systemUsers');
  const common = await translator('common');
  const language = await pageLanguage();
  const added = Number(given.added ?? 0);
  const failed = [given.failed ?? []].flat();
  const names = new Map(view.clients.map(({ client }) => [client.uuid, client.name]));
  return (
    <>
      {added > 0 && <Notice text={t('clients.added', { count: added })} close={common('actions.close')} />}
      {given.done === 'removed' && <Notice text={t('clients.removed')} close={common('actions.close')} />}
      {given.added === '0' && failed.length === 0 && <Alert data-color="warning">{t('clients.chooseOne')}</Alert>}
      {failed.length > 0 && (
        <Alert data-color="warning" role="alert">
          <p>{t('clients.failed')}</p>
          <ul className="list-disc pl-6">
            {failed.map((each) => {
              const [uuid = '', code = ''] = each.split(':');
              return (
                <li key={uuid}>
                  {names.get(uuid) ?? ''} {problemText(language, code)}
                </li>
              );
            })}
          </ul>
        </Alert>
      )}
    </>
  );
}

function Key({ view }: { readonly view: OwnSystemUserView }) {
  return (
    <>
      <ActingFor orgUuid={view.organisation.uuid} />
      <input type="hidden" name="id" value={view.user.id} />
    </>
  );
}

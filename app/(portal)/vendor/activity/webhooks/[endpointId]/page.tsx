import type { Metadata } from 'next';
import { ButtonLink } from '#app/_ui/button-link.tsx';
import { CardBox } from '#app/_ui/card-box.tsx';
import { Dated } from '#app/_ui/dated.tsx';
import { Alert, Heading } from '#app/_ui/ds.ts';
import { SubmitButton } from '#app/_ui/submit-button.tsx';
import { listDeliveries } from '#lib/events/deliveries/read-deliveries.ts';
import type { Endpoint } from '#lib/events/endpoints/model.ts';
import { searchOwnSystems } from '#lib/register/read-system.ts';
import { pageLanguage, texts, translator } from '#lib/session/translator.ts';
import { ActingFor } from '../../../../_parts/acting-for.tsx';
import { ask } from '../../../../_parts/ask.ts';
import { formTexts } from '../../../../_parts/form-texts.ts';
import { PageHeading } from '../../../../_parts/page-heading.tsx';
import { RefusableForm } from '../../../../_parts/refusable-form.tsx';
import { DoneNotice } from '../../../_parts/done-notice.tsx';
import type { Query } from '../../../_parts/query.ts';
import { formParts } from '../_parts/form-parts.ts';
import { pathOf } from '../_parts/paths.ts';
import { EndpointCrumbs, type EndpointParams, readOne } from '../_parts/read-one.tsx';
import { pause, save, sendTest } from '../actions.ts';
import { DeliveryLog } from './delivery-log.tsx';

type Props = { readonly params: EndpointParams; readonly searchParams: Query };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: new URL((await readOne(params)).endpoint.url).host };
}

export default async function WebhookPage({ params, searchParams }: Props) {
  const { context, organisation, endpoint } = await readOne(params);
  const t = await translator('webhooks');
  const language = await pageLanguage();
  const deliveries = await ask(listDeliveries(context, { endpointId: endpoint.id }));
  const systems = await ask(searchOwnSystems(context, {}));
  return (
    <>
      <EndpointCrumbs />
      <DoneNotice done={(await searchParams).done} words={(await texts('webhooks')).done} />
      <PageHeading
        size="md"
        title={new URL(endpoint.url).host}
        lead={<code className="break-all">{endpoint.url}</code>}
      />
      {!endpoint.active && <Alert data-color="info">{t('pausedText')}</Alert>}
      {endpoint.active && endpoint.restsUntil && endpoint.restsUntil > context.now && (
        <Alert data-color="warning">
          <p>
            <Dated
              at={[endpoint.restsUntil]}
              language={language}
              withTime
              say={(date) => t('restingText', { count: String(endpoint.failures), date: date ?? '' })}
            />
          </p>
        </Alert>
      )}
      <Commands endpoint={endpoint} orgUuid={organisation.uuid} />
      <div id="log" className="flex flex-col gap-4">
        <Heading level={2} data-size="xs">
          {t('log')}
        </Heading>
        <p className="max-w-[42rem] text-text-subtle">{t('logLead')}</p>
        <DeliveryLog endpointId={endpoint.id} orgUuid={organisation.uuid} deliveries={deliveries} />
      </div>
      <CardBox>
        <Heading level={2} data-size="xs">
          {t('edit')}
        </Heading>
        <RefusableForm
          key={endpoint.updatedAt.getTime()}
          action={save}
          parts={await formParts(organisation.uuid, systems, endpoint)}
          texts={await formTexts(t('form.save'))}
        />
      </CardBox>
    </>
  );
}

/** What can be done with an address beside changing it. */
async function Commands({ endpoint, orgUuid }: { readonly endpoint: Endpoint; readonly orgUuid: string }) {
  const t = await translator('webhooks');
  return (
    <div className="flex flex-wrap gap-3">
      <form action={sendTest}>
        <ActingFor orgUuid={orgUuid} />
        <input type="hidden" name="endpointId" value={endpoint.id} />
        <SubmitButton>{t('test')}</SubmitButton>
      </form>
      <form action={pause}>
        <ActingFor orgUuid={orgUuid} />
        <input type="hidden" name="endpointId" value={endpoint.id} />
        <input type="hidden" name="active" value={String(!endpoint.active)} />
        <SubmitButton variant="secondary">{t(endpoint.active ? 'pause' : 'resume')}</SubmitButton>
      </form>
      <ButtonLink href={`${pathOf(endpoint.id)}/secret`} variant="secondary">
        {t('rotate')}
      </ButtonLink>
      <ButtonLink href={`${pathOf(endpoint.id)}/remove`} variant="tertiary">
        {t('remove')}
      </ButtonLink>
    </div>
  );
}

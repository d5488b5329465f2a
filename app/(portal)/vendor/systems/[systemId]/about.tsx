import { ButtonLink } from '#app/_ui/button-link.tsx';
import { CardBox } from '#app/_ui/card-box.tsx';
import { ConfirmDialog } from '#app/_ui/confirm-dialog.tsx';
import { DescriptionList } from '#app/_ui/description-list.tsx';
import type { Context } from '#lib/context/context.ts';
import { findClient } from '#lib/maskinporten/clients/find-client.ts';
import { type RegisteredSystem, resourceIdsOf } from '#lib/register/model.ts';
import { toOwnSystemDto } from '#lib/register/schema.ts';
import { findAccessPackages } from '#lib/resources/access-packages/find-access-package.ts';
import { textIn } from '#lib/resources/access-packages/model.ts';
import { findNamedResources } from '#lib/resources/find-named-resources.ts';
import { findServicesToSign } from '#lib/resources/services-to-sign.ts';
import { pageLanguage, translator } from '#lib/session/translator.ts';
import { countCustomers } from '#lib/systemusers/customers/list-customers.ts';
import { ask } from '../../../_parts/ask.ts';
import { isUnderAgreement } from '../../_parts/no-agreement.tsx';
import { SameAsCall } from '../../_parts/same-as-call.tsx';
import { DeleteForm } from '../delete-form.tsx';
import { pathOf } from '../read-one.ts';
import { NamedList } from './named-list.tsx';

const REGISTER = '/authentication/api/v1/systemregister/vendor';

/** What the vendor has decided about a system, what can be done with it, and the same as a call. */
export async function About({
  context,
  system,
  orgUuid,
}: {
  readonly context: Context;
  readonly system: RegisteredSystem;
  readonly orgUuid: string;
}) {
  const t = await translator('vendor');
  const common = await translator('common');
  const language = await pageLanguage();
  const { db } = context;
  const { internalId, systemId, vendorOrgNo, accessPackages, clientIds, isVisible, redirectResult } = system;
  const resources = await findNamedResources(db, system.rights.flatMap(resourceIdsOf));
  const packages = await findAccessPackages(db, accessPackages);
  const toSign = await findServicesToSign(db, accessPackages);
  const clients = await Promise.all(clientIds.map(async (id) => ({ id, client: await findClient(db, id) })));
  const customers = await ask(countCustomers(context, { vendorOrgNo, systemInternalIds: [internalId] }));
  const mayChange = !system.isDeleted && (await isUnderAgreement(context, vendorOrgNo));
  const rights = system.rights.flatMap(resourceIdsOf).map((id) => {
    const resource = resources.get(id);
    const name = resource ? textIn(resource.title, language) : t('systems.form.warn.gone');
    return { id, name, isClosed: resource?.isClosed, toSign: resource?.personMustSign ? [resource.title] : [] };
  });
  const { isDeleted: _, ...body } = toOwnSystemDto(system);
  return (
    <>
      <CardBox>
        <p className="max-w-[42rem] break-words whitespace-pre-line">{system.description[language]}</p>
        <DescriptionList
          items={[
            { term: t('systems.rights'), description: <NamedList items={rights} /> },
            {
              term: t('systems.packages'),
              description: (
                <NamedList
                  items={accessPackages.map((id) => ({
                    id,
                    name: textIn(packages.get(id)?.name ?? { nb: id }, language),
                    toSign: toSign.get(id),
                  }))}
                />
              ),
            },
            {
              term: t('systems.clients'),
              description: (
                <NamedList
                  items={clients.map(({ id, client }) => ({
                    id,
                    name: client?.name ?? id,
                    ...(client?.orgNo === vendorOrgNo ? { href: `/vendor/clients/${encodeURIComponent(id)}` } : {}),
                  }))}
                />
              ),
            },
            {
              term: t('systems.redirects'),
              description: <NamedList items={system.allowedRedirectUrls.map((url) => ({ id: url, name: url }))} />,
            },
            {
              term: t('systems.visible'),
              description: t(isVisible ? 'systems.visibleYes' : 'systems.visibleNo'),
            },
            {
              term: t('systems.redirectResult'),
              description: t(redirectResult ? 'systems.redirectResultYes' : 'systems.redirectResultNo'),
            },
          ]}
        />
        <div className="flex flex-wrap gap-3">
          {mayChange && <ButtonLink href={`${pathOf(systemId)}/edit`}>{t('systems.edit')}</ButtonLink>}
          <ButtonLink href={`${pathOf(systemId)}/preview`} variant="secondary">
            {t('systems.preview')}
          </ButtonLink>
          {mayChange && (
            <ConfirmDialog
              trigger={t('systems.delete')}
              fallbackHref={`${pathOf(systemId)}/delete`}
              variant="tertiary"
              title={t('systems.deleteTitle', { name: system.name[language] })}
              close={common('actions.close')}
            >
              <DeleteForm system={system} orgUuid={orgUuid} customers={customers} />
            </ConfirmDialog>
          )}
        </div>
      </CardBox>
      <SameAsCall
        call={{ method: 'PUT', path: `${REGISTER}/${encodeURIComponent(systemId)}` }}
        scope="altinn:authentication/systemregister.write"
        body={body}
      />
    </>
  );
}

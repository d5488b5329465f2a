import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { CardBox } from '#app/_ui/card-box.tsx';
import { resourceIdsOf } from '#lib/register/model.ts';
import { pageLanguage, translator } from '#lib/session/translator.ts';
import { ask } from '../../../../_parts/ask.ts';
import { Crumbs } from '../../../../_parts/crumbs.tsx';
import { PageHeading } from '../../../../_parts/page-heading.tsx';
import { isUnderAgreement, NoAgreement } from '../../../_parts/no-agreement.tsx';
import { save } from '../../actions.ts';
import { readSystemChoices } from '../../read-choices.ts';
import { pathOf, readOne, type SystemParams } from '../../read-one.ts';
import { SystemForm } from '../../system-form.tsx';
import { systemFormTexts } from '../../system-form-texts.ts';

type Props = { readonly params: SystemParams };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { system } = await readOne((await params).systemId);
  return { title: (await translator('vendor'))('systems.editTitle', { name: system.name[await pageLanguage()] }) };
}

export default async function EditSystemPage({ params }: Props) {
  const { context, organisation, system } = await readOne((await params).systemId);
  if (system.isDeleted) notFound();
  const t = await translator('vendor');
  const language = await pageLanguage();
  const choices = await ask(readSystemChoices(context, { t, language, system }));
  const { name, description, accessPackages, clientIds, allowedRedirectUrls, isVisible, redirectResult } = system;
  return (
    <>
      <Crumbs
        links={[
          { href: '/vendor/systems', text: t('systems.title') },
          { href: pathOf(system.systemId), text: name[language] },
        ]}
      />
      <PageHeading size="md" title={t('systems.editTitle', { name: name[language] })} lead={t('systems.newLead')} />
      {(await isUnderAgreement(context, system.vendorOrgNo)) ? (
        <CardBox>
          <SystemForm
            key={system.version}
            action={save}
            orgUuid={organisation.uuid}
            initial={{
              systemId: system.systemId,
              name,
              description,
              rights: system.rights.flatMap(resourceIdsOf),
              packages: accessPackages,
              clients: clientIds,
              redirects: allowedRedirectUrls.join('\n'),
              visible: isVisible,
              redirectResult,
            }}
            choices={choices}
            texts={await systemFormTexts(system.vendorOrgNo, false)}
          />
        </CardBox>
      ) : (
        <NoAgreement />
      )}
    </>
  );
}

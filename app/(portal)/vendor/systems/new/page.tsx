import type { Metadata } from 'next';
import { CardBox } from '#app/_ui/card-box.tsx';
import { requireParty } from '#lib/session/page-context.ts';
import { pageLanguage, translator } from '#lib/session/translator.ts';
import { ask } from '../../../_parts/ask.ts';
import { Crumbs } from '../../../_parts/crumbs.tsx';
import { PageHeading } from '../../../_parts/page-heading.tsx';
import { isUnderAgreement, NoAgreement } from '../../_parts/no-agreement.tsx';
import { create } from '../actions.ts';
import { readSystemChoices } from '../read-choices.ts';
import { SystemForm } from '../system-form.tsx';
import { systemFormTexts } from '../system-form-texts.ts';

const BLANK = { nb: '', nn: '', en: '' } as const;
const INITIAL = {
  systemId: undefined,
  name: BLANK,
  description: BLANK,
  rights: [],
  packages: [],
  clients: [],
  redirects: '',
  visible: true,
  redirectResult: false,
} as const;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await translator('vendor'))('systems.newTitle') };
}

export default async function NewSystemPage() {
  const { context, organisation } = await requireParty();
  const t = await translator('vendor');
  const choices = await ask(readSystemChoices(context, { t, language: await pageLanguage() }));
  const mayCreate = await isUnderAgreement(context, organisation.orgNo);
  return (
    <>
      <Crumbs links={[{ href: '/vendor/systems', text: t('systems.title') }]} />
      <PageHeading size="md" title={t('systems.newTitle')} lead={mayCreate && t('systems.newLead')} />
      {mayCreate ? (
        <CardBox>
          <SystemForm
            action={create}
            orgUuid={organisation.uuid}
            initial={INITIAL}
            choices={choices}
            texts={await systemFormTexts(organisation.orgNo, true)}
          />
        </CardBox>
      ) : (
        <NoAgreement />
      )}
    </>
  );
}

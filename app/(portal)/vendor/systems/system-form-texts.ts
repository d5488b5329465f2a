import { texts, translator } from '#lib/session/translator.ts';
import { choiceTexts } from '../../_parts/choice-texts.ts';
import { formTexts } from '../_parts/form-texts.ts';
import type { SystemFormTexts } from './system-form.tsx';

/** The words of the system form. */
export async function systemFormTexts(orgNo: string, isNew: boolean): Promise<SystemFormTexts> {
  const t = await translator('vendor');
  const { form } = (await texts('vendor')).systems;
  const inLanguages = (what: 'name' | 'description') => ({
    nb: t(`systems.form.${what}`, { language: form.in.nb }),
    nn: t(`systems.form.${what}`, { language: form.in.nn }),
    en: t(`systems.form.${what}`, { language: form.in.en }),
  });
  const { id, descriptionHint, redirects, redirectsHint, options, visible, visibleHint, redirectResult } = form;
  return {
    ...(await formTexts()),
    id,
    idHint: t('systems.form.idHint', { prefix: `${orgNo}_` }),
    names: inLanguages('name'),
    descriptions: inLanguages('description'),
    descriptionHint,
    rights: await choiceTexts({
      legend: form.rights,
      hint: form.rightsHint,
      what: form.filterRights,
      folded: form.owners,
    }),
    packages: await choiceTexts({
      legend: form.packages,
      hint: form.packagesHint,
      what: form.filterPackages,
      folded: form.areas,
    }),
    clients: {
      ...(await choiceTexts({ legend: form.clients, hint: form.clientsHint, what: form.filterClients })),
      none: form.noClients,
    },
    redirects,
    redirectsHint,
    options,
    visible,
    visibleHint,
    redirectResult,
    redirectResultHint: form.redirectResultHint,
    submit: isNew ? form.create : form.save,
  };
}

import { texts, translator } from '#lib/session/translator.ts';
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
  const list = (legend: string, hint: string, what: string, folded = '') => ({
    legend,
    hint,
    filter: t('systems.form.filter', { what }),
    nothingFound: form.nothingFound,
    chosen: form.chosen,
    folded,
  });
  const { id, descriptionHint, redirects, redirectsHint, options, visible, visibleHint, redirectResult } = form;
  return {
    ...(await formTexts()),
    id,
    idHint: t('systems.form.idHint', { prefix: `${orgNo}_` }),
    names: inLanguages('name'),
    descriptions: inLanguages('description'),
    descriptionHint,
    rights: list(form.rights, form.rightsHint, form.filterRights, form.owners),
    packages: list(form.packages, form.packagesHint, form.filterPackages, form.areas),
    clients: { ...list(form.clients, form.clientsHint, form.clients), nothingFound: form.noClients },
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

import type { Context } from '#lib/context/context.ts';
import type { Language } from '#lib/i18n/languages.ts';
import { translate } from '#lib/i18n/translate.ts';
import { findAccessPackages } from '#lib/resources/access-packages/find-access-package.ts';
import { textIn } from '#lib/resources/access-packages/model.ts';
import { readSurroundings } from '#lib/resources/access-packages/read-catalogue.ts';
import { findNamedResources } from '#lib/resources/find-named-resources.ts';
import { ACTING_FOR_FIELD } from '#lib/session/action-context.ts';
import type { Customer } from '#lib/systemusers/customers/model.ts';
import { readCustomer } from '#lib/systemusers/customers/read-customer.ts';
import type { FormPart } from '../../_parts/form-part.tsx';

/** The form that asks what a system user may do. */
export type TrialForm = { readonly systemUserId: string; readonly parts: readonly FormPart[] };

/**
 * Makes the form from what the system needs and the customer has given; `undefined` when that is no service at all.
 * @throws BareError 401, 403 · ProblemError 404
 */
export async function trialForm(
  context: Context,
  id: string,
  { actingFor, language }: { readonly actingFor: string; readonly language: Language },
): Promise<TrialForm | undefined> {
  const t = translate(language, 'vendor');
  const customer = await readCustomer(context, id);
  const { user } = customer;
  const resources = await findNamedResources(context.db, await resourcesOf(context, customer));
  if (resources.size === 0) return undefined;
  return {
    systemUserId: user.id,
    parts: [
      { kind: 'hidden', name: ACTING_FOR_FIELD, value: actingFor },
      { kind: 'hidden', name: 'systemUserId', value: user.id },
      {
        kind: 'select',
        name: 'resource',
        label: t('token.trial.resource'),
        options: [...resources].map(([value, { title }]) => ({ value, text: `${textIn(title, language)} (${value})` })),
      },
      { kind: 'text', name: 'action', label: t('token.trial.action'), value: 'read', maxLength: 100 },
      user.userType === 'agent'
        ? { kind: 'text', name: 'party', label: t('token.trial.party'), numeric: true, maxLength: 20 }
        : { kind: 'hidden', name: 'party', value: user.partyOrgNo },
    ],
  };
}

/** What is needed or given: single services, and those that packages open. */
async function resourcesOf(context: Context, { needed, delegations }: Customer): Promise<readonly string[]> {
  const single = [...needed.rights, ...delegations.rights.map(({ resourceId }) => resourceId)];
  const packages = await findAccessPackages(context.db, [...needed.packages, ...delegations.packages]);
  const { resources } = await readSurroundings(context, [...packages.values()]);
  const opened = [...resources.values()].flatMap((found) => found.map(({ identifier }) => identifier));
  return [...new Set([...single, ...opened])];
}

import type { Context } from '#lib/context/context.ts';
import type { Language } from '#lib/i18n/languages.ts';
import type { Translate } from '#lib/i18n/translate.ts';
import { listClients } from '#lib/maskinporten/clients/list-clients.ts';
import { DELEGABLE_RESOURCE_TYPES, type RegisteredSystem, resourceIdsOf } from '#lib/register/model.ts';
import { findSystemsOfClients } from '#lib/register/read-system.ts';
import { listAccessPackages } from '#lib/resources/access-packages/list-access-packages.ts';
import { textIn } from '#lib/resources/access-packages/model.ts';
import { findNamedResources } from '#lib/resources/find-named-resources.ts';
import { listResources } from '#lib/resources/list-resources.ts';
import type { Choice, ChoiceGroup } from '../../_parts/choice-list.tsx';
import { toPackageChoices } from '../_parts/package-choices.ts';
import { toRightChoice } from '../_parts/right-choice.ts';

/** Everything that a system can be registered with, in the reader's language. */
export type SystemChoices = {
  readonly rights: readonly ChoiceGroup[];
  readonly packages: readonly ChoiceGroup[];
  readonly clients: readonly Choice[];
};

/** Reads the registry, the catalogue and the vendor's own clients; what the system has already is always among them. */
export async function readSystemChoices(
  context: Context,
  {
    t,
    language,
    system,
  }: { readonly t: Translate<'vendor'>; readonly language: Language; readonly system?: RegisteredSystem },
): Promise<SystemChoices> {
  return {
    rights: await readRights(context, t, language, system),
    packages: await readPackages(context, t, language),
    clients: await readClients(context, t, language, system),
  };
}

async function readRights(
  context: Context,
  t: Translate<'vendor'>,
  language: Language,
  system: RegisteredSystem | undefined,
): Promise<readonly ChoiceGroup[]> {
  const held = new Set(system?.rights.flatMap(resourceIdsOf));
  const resources = (await listResources(context)).filter(
    (resource) => held.has(resource.identifier) || DELEGABLE_RESOURCE_TYPES.includes(resource.resourceType),
  );
  const gone = [...held].filter((id) => !resources.some(({ identifier }) => identifier === id));
  const byOwner = Map.groupBy(
    resources,
    ({ hasCompetentAuthority: { name, orgcode } }) => textIn(name ?? {}, language) || (orgcode ?? ''),
  );
  const groups: ChoiceGroup[] = [];
  for (const [heading, owned] of byOwner) {
    const choices: Choice[] = [];
    for (const resource of owned) choices.push(await toRightChoice(context.db, resource));
    groups.push({ heading, choices: byLabel(choices) });
  }
  const named = await findNamedResources(context.db, gone);
  const lost = gone.map((value) => {
    const title = named.get(value)?.title;
    const warnings = [t(title ? 'systems.form.warn.closed' : 'systems.form.warn.gone')];
    return title
      ? { value, label: textIn(title, language), detail: value, warnings }
      : { value, label: value, detail: '', warnings };
  });
  const known = groups.sort(
    (one, other) => closedIn(one) - closedIn(other) || one.heading.localeCompare(other.heading, 'nb'),
  );
  return lost.length > 0 ? [{ heading: '', choices: lost }, ...known] : known;
}

async function readPackages(
  { db }: Context,
  t: Translate<'vendor'>,
  language: Language,
): Promise<readonly ChoiceGroup[]> {
  const packages = (await listAccessPackages(db)).filter((each) => each.isAssignable || each.isDelegable);
  const choices = new Map((await toPackageChoices(db, packages)).map((choice) => [choice.value, choice]));
  const byArea = Map.groupBy(packages, ({ area }) => textIn(area.name, language));
  return [...byArea].map(([heading, inside]) => ({
    heading,
    choices: byLabel(
      inside.flatMap(({ urn, isAssignable }) => {
        const choice = choices.get(urn);
        if (!choice || isAssignable) return choice ?? [];
        return { ...choice, warnings: [t('systems.form.warn.clientsOnly'), ...choice.warnings] };
      }),
    ),
  }));
}

async function readClients(
  context: Context,
  t: Translate<'vendor'>,
  language: Language,
  system: RegisteredSystem | undefined,
): Promise<readonly Choice[]> {
  const clients = (await listClients(context, { inactive: false })).map(({ client }) => client);
  const systems = await findSystemsOfClients(
    context,
    clients.map(({ clientId }) => clientId),
  );
  const own = clients.map(({ clientId, name }) => {
    const user = systems.get(clientId);
    const taken = user?.internalId === system?.internalId ? undefined : user;
    const warnings = taken ? [t('systems.form.clientTaken', { system: taken.name[language] })] : [];
    return { value: clientId, label: name, detail: clientId, warnings };
  });
  const foreign = (system?.clientIds ?? []).filter((id) => !clients.some(({ clientId }) => clientId === id));
  return [...own, ...foreign.map((value) => ({ value, label: value, detail: '', warnings: [] }))];
}

/** 1 for a group where everything has a warning: it goes last. */
function closedIn({ choices }: ChoiceGroup): number {
  return choices.every(({ warnings }) => warnings.length > 0) ? 1 : 0;
}

function byLabel(choices: readonly Choice[]): readonly Choice[] {
  const order = (one: Choice, other: Choice) =>
    one.warnings.length - other.warnings.length || one.label.localeCompare(other.label, 'nb');
  return [...choices].sort(order);
}

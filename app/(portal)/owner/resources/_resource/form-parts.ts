import { textIn } from '#lib/resources/access-packages/model.ts';
import { type LanguageTexts, RESOURCE_TYPES, type Resource, scopesOf } from '#lib/resources/model.ts';
import { translator } from '#lib/session/translator.ts';
import type { FormPart } from '../../../_parts/form-part.tsx';

const LANGUAGES = ['nb', 'nn', 'en'] as const;
const STATUSES = ['Completed', 'Deprecated', 'UnderDevelopment', 'Withdrawn'] as const;

/** The fields that name a new resource. */
export async function nameParts(): Promise<readonly FormPart[]> {
  const t = await translator('owner');
  return [
    { kind: 'text', name: 'identifier', label: t('resources.id'), description: t('resources.idHint'), maxLength: 255 },
    {
      kind: 'select',
      name: 'resourceType',
      label: t('resources.type'),
      description: t('resources.typeHint'),
      options: RESOURCE_TYPES.filter((type) => type !== 'Default' && type !== 'MigratedApp').map((value) => ({
        value,
        text: t(`resources.types.${value}`),
      })),
      value: 'GenericAccessResource',
    },
  ];
}

/** What an owner says of a resource, with what stands now. @param scopes names of the owner's scopes */
export async function detailParts(
  resource: Resource | undefined,
  scopes: readonly string[],
): Promise<readonly FormPart[]> {
  const t = await translator('owner');
  const linked = resource ? scopesOf(resource) : [];
  const [contact] = resource?.contactPoints ?? [];
  return [
    await textGroup('title', resource?.title, {
      legend: t('resources.titles'),
      description: t('resources.titlesHint'),
    }),
    await textGroup('description', resource?.description, {
      legend: t('resources.descriptions'),
      description: t('resources.descriptionsHint'),
      rows: 3,
    }),
    {
      kind: 'group',
      legend: t('resources.authority'),
      parts: [
        {
          kind: 'check',
          name: 'delegable',
          label: t('resources.delegable'),
          description: t('resources.delegableHint'),
          checked: resource?.delegable ?? true,
        },
        {
          kind: 'check',
          name: 'personMustSign',
          label: t('resources.personMustSign'),
          description: t('resources.personMustSignHint'),
          checked: resource?.personMustSign ?? false,
        },
        {
          kind: 'check',
          name: 'visible',
          label: t('resources.visible'),
          description: t('resources.visibleHint'),
          checked: resource?.visible ?? true,
        },
      ],
    },
    await textGroup('right', resource?.rightDescription, {
      legend: t('resources.rights'),
      description: t('resources.rightsHint'),
      rows: 3,
    }),
    {
      kind: 'group',
      legend: t('resources.contact'),
      parts: [
        { kind: 'text', name: 'email', label: t('resources.email'), value: contact?.email, maxLength: 255 },
        { kind: 'text', name: 'telephone', label: t('resources.telephone'), value: contact?.telephone, maxLength: 50 },
        {
          kind: 'text',
          name: 'contactPage',
          label: t('resources.contactPage'),
          value: contact?.contactPage,
          maxLength: 500,
        },
        {
          kind: 'select',
          name: 'status',
          label: t('status'),
          options: STATUSES.map((value) => ({ value, text: t(`resources.statuses.${value}`) })),
          value: resource?.status ?? 'Completed',
        },
      ],
    },
    ...(scopes.length + linked.length === 0
      ? []
      : ([
          {
            kind: 'checks',
            name: 'scopes',
            legend: t('resources.scopes'),
            description: t('resources.scopesHint'),
            options: [...new Set([...scopes, ...linked])].map((value) => ({ value, text: value })),
            values: linked,
          },
        ] as const)),
  ];
}

async function textGroup(
  name: string,
  texts: LanguageTexts | undefined,
  about: { readonly legend: string; readonly description: string; readonly rows?: number },
): Promise<FormPart> {
  const t = await translator('owner');
  return {
    kind: 'group',
    legend: about.legend,
    description: about.description,
    parts: LANGUAGES.map((language) => ({
      kind: 'text',
      name: `${name}-${language}`,
      label: t(`languages.${language}`),
      value: texts ? textIn({ nb: '', ...texts }, language) : '',
      lang: language,
      maxLength: about.rows ? 4000 : 255,
      ...(about.rows ? { rows: about.rows } : {}),
    })),
  };
}

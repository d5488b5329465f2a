import { delegationSources } from '#lib/maskinporten/administration/delegation-sources.ts';
import type { NamedPrefix } from '#lib/maskinporten/prefixes/schema.ts';
import { INTEGRATION_TYPES, type Scope, VISIBILITIES } from '#lib/maskinporten/scopes/model.ts';
import { translator } from '#lib/session/translator.ts';
import type { FormPart } from '../../../_parts/form-part.tsx';

/** The fields that name a new scope: a prefix of the owner's and what stands behind it. */
export async function nameParts(prefixes: readonly NamedPrefix[]): Promise<readonly FormPart[]> {
  const t = await translator('owner');
  return [
    {
      kind: 'select',
      name: 'prefix',
      label: t('scopes.prefix'),
      description: t('scopes.prefixHint'),
      options: prefixes.map(({ prefix }) => ({ value: prefix, text: `${prefix}:` })),
      value: prefixes[0]?.prefix,
    },
    {
      kind: 'text',
      name: 'subscope',
      label: t('scopes.subscope'),
      description: t('scopes.subscopeHint'),
      maxLength: 200,
    },
  ];
}

/** What an owner decides of a scope, with what stands now. */
export async function settingParts(scope: Scope | undefined): Promise<readonly FormPart[]> {
  const t = await translator('owner');
  const types = scope?.allowedIntegrationTypes ?? ['maskinporten'];
  return [
    {
      kind: 'group',
      legend: t('scopes.descriptions'),
      description: t('scopes.descriptionsHint'),
      parts: [
        {
          kind: 'text',
          name: 'description',
          label: t('languages.nb'),
          value: scope?.details.description,
          maxLength: 255,
          lang: 'nb',
        },
        {
          kind: 'text',
          name: 'descriptionNn',
          label: t('optional', { label: t('languages.nn') }),
          value: scope?.details.descriptions.nn,
          maxLength: 255,
          lang: 'nn',
        },
        {
          kind: 'text',
          name: 'descriptionEn',
          label: t('optional', { label: t('languages.en') }),
          value: scope?.details.descriptions.en,
          maxLength: 255,
          lang: 'en',
        },
      ],
    },
    {
      kind: 'group',
      legend: t('scopes.whoMay'),
      parts: [
        {
          kind: 'radios',
          name: 'visibility',
          legend: t('scopes.visibility'),
          options: VISIBILITIES.map((value) => ({
            value,
            text: t(`scopes.visibilities.${value}`),
            description: t(`scopes.visibilityHints.${value}`),
          })),
          values: [scope?.visibility ?? 'PUBLIC'],
        },
        {
          kind: 'check',
          name: 'forAll',
          label: t('scopes.forAll'),
          description: t('scopes.forAllHint'),
          checked: scope?.accessibleForAll ?? false,
        },
        {
          kind: 'select',
          name: 'delegationSource',
          label: t('scopes.delegationSource'),
          description: t('scopes.delegationSourceHint'),
          options: [
            { value: '', text: t('scopes.noDelegation') },
            ...delegationSources().map(({ name, issuer }) => ({ value: issuer, text: `${name} (${issuer})` })),
          ],
          value: scope?.delegationSource ?? '',
        },
      ],
    },
    {
      kind: 'group',
      legend: t('scopes.tokens'),
      parts: [
        {
          kind: 'text',
          name: 'maxAge',
          label: t('scopes.maxAge'),
          description: t('scopes.maxAgeHint'),
          value: scope && scope.atMaxAge > 0 ? String(scope.atMaxAge) : '',
          numeric: true,
          maxLength: 6,
        },
        {
          kind: 'checks',
          name: 'types',
          legend: t('scopes.types'),
          description: t('scopes.typesHint'),
          options: INTEGRATION_TYPES.map((value) => ({ value, text: value })),
          values: types,
        },
      ],
    },
  ];
}

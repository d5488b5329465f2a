import type { FormError } from '#app/_ui/form-errors.tsx';
import type { Scope } from '#lib/maskinporten/scopes/model.ts';
import { type ScopeBody, scopeBody, toScopeDto } from '#lib/maskinporten/scopes/schema.ts';
import { translator } from '#lib/session/translator.ts';
import { field, fields } from '../../../_parts/form-state.ts';

const FIELDS: Readonly<Record<string, string>> = {
  'description#nn': 'descriptionNn',
  'description#en': 'descriptionEn',
  allowed_integration_types: 'types',
  at_max_age: 'maxAge',
  delegation_source: 'delegationSource',
};

/** The id of the field that a member of the wire format is filled in at. */
export function fieldOf(codeOrMember: string): string {
  if (codeOrMember === 'scope_exists' || codeOrMember === '') return 'subscope';
  if (codeOrMember === 'prefix_not_yours') return 'prefix';
  return FIELDS[codeOrMember] ?? codeOrMember;
}

/**
 * Reads the form of a scope as its owner would send it by the API; what the form does not show stays as it is.
 * @returns the body, or what must be mended
 */
export async function readScopeForm(
  form: FormData,
  before?: Scope,
): Promise<{ readonly body: ScopeBody } | { readonly errors: readonly FormError[] }> {
  const t = await translator('owner');
  const maxAge = field(form, 'maxAge');
  const read = scopeBody.safeParse({
    ...(before ? toScopeDto(before) : { prefix: field(form, 'prefix'), subscope: field(form, 'subscope') }),
    description: field(form, 'description'),
    'description#nn': field(form, 'descriptionNn') || undefined,
    'description#en': field(form, 'descriptionEn') || undefined,
    visibility: field(form, 'visibility'),
    allowed_integration_types: fields(form, 'types'),
    accessible_for_all: form.has('forAll'),
    delegation_source: field(form, 'delegationSource'),
    at_max_age: maxAge === '' ? 0 : Number(maxAge),
  });
  if (read.success) return { body: read.data };
  const ids = new Set(read.error.issues.map((issue) => fieldOf(String(issue.path[0]))));
  return {
    errors: [...ids].map((fieldId) => ({ fieldId, text: textFor(fieldId) })),
  };

  function textFor(fieldId: string): string {
    if (fieldId === 'maxAge') return t('scopes.maxAgeWrong');
    if (fieldId === 'description' && field(form, 'description') === '') return t('scopes.descriptionMissing');
    return t('invalid');
  }
}

import { listScopes } from '#lib/maskinporten/scopes/list-scopes.ts';
import { ACTING_FOR_FIELD } from '#lib/session/action-context.ts';
import { translator } from '#lib/session/translator.ts';
import { ask } from '../../../_parts/ask.ts';
import { formTexts } from '../../../_parts/form-texts.ts';
import { RefusableForm } from '../../../_parts/refusable-form.tsx';
import { change } from '../actions.ts';
import { detailParts } from './form-parts.ts';
import type { TabProps } from './tab-props.ts';

/** What the owner says of a resource, to be changed. */
export async function AboutTab({ context, resource, orgUuid }: TabProps) {
  const t = await translator('owner');
  const scopes = await ask(listScopes(context, { inactive: false }));
  return (
    <RefusableForm
      keptAs="resource"
      action={change}
      parts={[
        { kind: 'hidden', name: ACTING_FOR_FIELD, value: orgUuid },
        { kind: 'hidden', name: 'identifier', value: resource.identifier },
        ...(await detailParts(
          resource,
          scopes.map(({ name }) => name),
        )),
      ]}
      texts={await formTexts(t('versions.review'))}
    />
  );
}

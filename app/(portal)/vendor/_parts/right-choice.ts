import type { Context } from '#lib/context/context.ts';
import { textIn } from '#lib/resources/access-packages/model.ts';
import { findPolicy } from '#lib/resources/find-policy.ts';
import type { Resource } from '#lib/resources/model.ts';
import { policySummary } from '#lib/resources/policies/policy-summary.ts';
import { pageLanguage, translator } from '#lib/session/translator.ts';
import type { Choice } from '../../_parts/choice-list.tsx';
import { mustSignText } from '../../_parts/must-sign.tsx';

const SYSTEM_USER_LEVEL = 3;

/** A service to tick off, with what a vendor should know before asking a customer for it. */
export async function toRightChoice(db: Context['db'], resource: Resource): Promise<Choice> {
  const t = await translator('vendor');
  const policy = await findPolicy(db, resource.identifier);
  const level = policy && policySummary(policy).minimumLevel;
  const warnings = [
    resource.delegable ? undefined : t('systems.form.warn.notDelegable'),
    await mustSignText(resource.personMustSign ? [resource.title] : []),
    level !== undefined && level > SYSTEM_USER_LEVEL
      ? t('systems.form.warn.level', { level: String(level) })
      : undefined,
  ];
  return {
    value: resource.identifier,
    label: textIn(resource.title, await pageLanguage()),
    detail: resource.identifier,
    warnings: warnings.filter((warning) => warning !== undefined),
  };
}

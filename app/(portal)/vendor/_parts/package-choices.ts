import type { Context } from '#lib/context/context.ts';
import { type AccessPackage, textIn } from '#lib/resources/access-packages/model.ts';
import { findServicesToSign } from '#lib/resources/services-to-sign.ts';
import { pageLanguage } from '#lib/session/translator.ts';
import type { Choice } from '../../_parts/choice-list.tsx';
import { mustSignText } from '../../_parts/must-sign.tsx';

/** Access packages to tick off, each with the services in it that a person must sign in. */
export async function toPackageChoices(
  db: Context['db'],
  packages: readonly AccessPackage[],
): Promise<readonly Choice[]> {
  const language = await pageLanguage();
  const toSign = await findServicesToSign(
    db,
    packages.map(({ urn }) => urn),
  );
  return Promise.all(
    packages.map(async ({ urn, name, description }) => {
      const warning = await mustSignText(toSign.get(urn) ?? []);
      return {
        value: urn,
        label: textIn(name, language),
        detail: textIn(description, language),
        warnings: warning === undefined ? [] : [warning],
      };
    }),
  );
}

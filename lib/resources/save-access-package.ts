import { eq } from 'drizzle-orm';
import { recordAudit } from '../audit/record.ts';
import { env } from '../config/env.ts';
import type { Context } from '../context/context.ts';
import { bindingProblem, statusProblem } from '../kernel/errors.ts';
import { isPlainText, NAME_MAX_CHARACTERS } from '../kernel/text.ts';
import { assertOwnTechnical } from '../parties/authority.ts';
import { findAccessPackage } from './access-packages/find-access-package.ts';
import type { AccessPackage, CatalogueTexts } from './access-packages/model.ts';

const DESCRIPTION_MAX_CHARACTERS = 4000;
const LANGUAGES = ['nb', 'nn', 'en'];

/** What the operator may change of a package; its id, URN and area stay. */
export type PackageChange = {
  readonly urn: string;
  readonly name: CatalogueTexts;
  readonly description: CatalogueTexts;
  readonly isDelegable: boolean;
  readonly isAssignable: boolean;
};

/**
 * Changes a package of the catalogue; people with technical administration at the operator only.
 * @throws BareError 401, 403 · ProblemError 404, 400 with a text per member
 */
export async function saveAccessPackage(context: Context, change: PackageChange): Promise<AccessPackage> {
  const operator = env().OPERATOR_ORG_NO;
  await assertOwnTechnical(context, operator);
  const before = await findAccessPackage(context.db, change.urn);
  if (!before) throw statusProblem(404);
  assertTexts(change);
  const { name, description, isDelegable, isAssignable } = change;
  const columns = { name, description, isDelegable, isAssignable };
  return context.db.transaction(async (tx) => {
    const { accessPackages } = tx.tables;
    await tx
      .update(accessPackages)
      .set({ ...columns, updatedAt: context.now })
      .where(eq(accessPackages.id, before.id));
    const after = { ...before, ...columns };
    await recordAudit(tx, context, {
      action: 'access-package.updated',
      subjectType: 'access-package',
      subjectId: before.urn,
      ownerOrgNo: operator,
      before,
      after,
    });
    return after;
  });
}

function assertTexts(change: PackageChange): void {
  const errors: Record<string, string[]> = {};
  const isFine = (texts: CatalogueTexts, max: number) =>
    LANGUAGES.every((language) => {
      const text = texts[language] ?? '';
      return text.trim() !== '' && text.length <= max && isPlainText(text);
    });
  if (!isFine(change.name, NAME_MAX_CHARACTERS))
    errors.name = ['Must be there in nb, nn and en, at most 255 characters.'];
  if (!isFine(change.description, DESCRIPTION_MAX_CHARACTERS)) {
    errors.description = ['Must be there in nb, nn and en, at most 4000 characters.'];
  }
  if (Object.keys(errors).length > 0) throw bindingProblem(errors);
}

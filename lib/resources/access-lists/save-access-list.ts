import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { isUniqueViolation } from '#db/failures.ts';
import { recordAudit } from '../../audit/record.ts';
import type { Context } from '../../context/context.ts';
import { bindingProblem } from '../../kernel/errors.ts';
import { isPlainText, NAME_MAX_CHARACTERS } from '../../kernel/text.ts';
import type { AccessList, Conditions } from './model.ts';
import { assertListWriter } from './owner.ts';
import { lockList, touchList } from './store.ts';

const IDENTIFIER = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const DESCRIPTION_MAX_CHARACTERS = 4000;

type Input = {
  readonly owner: string;
  readonly identifier: string;
  readonly name: string;
  readonly description: string;
  readonly conditions: Conditions;
};

/**
 * Creates a list, or gives it another name and description; the same ones change nothing, not even the version.
 * @throws BareError 401, 403, 412 · ProblemError 400
 */
export async function saveAccessList(context: Context, input: Input): Promise<AccessList> {
  const owner = await assertListWriter(context, input.owner);
  assertTexts(input);
  const texts = { name: input.name.normalize('NFC'), description: input.description.normalize('NFC') };
  try {
    return await context.db.transaction(async (tx) => {
      const { accessLists } = tx.tables;
      const before = await lockList(tx, owner, input);
      if (before && before.name === texts.name && before.description === texts.description) return before;
      const row = {
        id: before?.id ?? randomUUID(),
        owner: owner.orgCode,
        identifier: input.identifier,
        ...texts,
        version: 1,
        createdAt: context.now,
        updatedAt: context.now,
      };
      if (before) await tx.update(accessLists).set(texts).where(eq(accessLists.id, before.id));
      else await tx.insert(accessLists).values(row);
      const after = before
        ? await touchList(tx, { ...before, ...texts }, context.now)
        : { ...row, ownerOrgNo: owner.orgNo };
      await recordAudit(tx, context, {
        action: before ? 'access-list.updated' : 'access-list.created',
        subjectType: 'access-list',
        subjectId: row.id,
        ownerOrgNo: owner.orgNo,
        before,
        after,
      });
      return after;
    });
  } catch (error) {
    // Somebody else made the list in this moment.
    if (isUniqueViolation(error)) return saveAccessList(context, input);
    throw error;
  }
}

function assertTexts(input: Input): void {
  const errors: Record<string, string[]> = {};
  if (!IDENTIFIER.test(input.identifier) || input.identifier.length > NAME_MAX_CHARACTERS) {
    errors.identifier = ['Only a-z, 0-9 and single hyphens between them are allowed.'];
  }
  if (input.name.trim() === '' || input.name.length > NAME_MAX_CHARACTERS || !isPlainText(input.name)) {
    errors.name = [`Must be 1 to ${NAME_MAX_CHARACTERS} visible characters.`];
  }
  if (input.description.length > DESCRIPTION_MAX_CHARACTERS || !isPlainText(input.description, { lines: true })) {
    errors.description = [`Must be at most ${DESCRIPTION_MAX_CHARACTERS} visible characters.`];
  }
  if (Object.keys(errors).length > 0) throw bindingProblem(errors);
}

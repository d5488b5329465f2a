import type { Db } from '#db/open.ts';
import { listOwners } from '../../resources/list-owners.ts';

/** What stands between the words of a name. */
const BETWEEN = /[^\p{L}\p{N}]+/u;

/**
 * Finds a service owner whose name a vendor uses in words of its own. Letters of other alphabets that look
 * alike are not seen through.
 * @param words what the vendor has written: titles, names, descriptions
 * @returns the owner's name in the register; `undefined` when there is none, or it is the vendor's own.
 */
export async function findBorrowedName(
  db: Db,
  vendorOrgNo: string,
  words: readonly string[],
): Promise<string | undefined> {
  const written = words.map(wordsOf);
  const owners = await listOwners({ db });
  return owners
    .filter(({ orgNo }) => orgNo !== vendorOrgNo)
    .find(({ name }) => written.some((text) => text.includes(wordsOf(name))))?.name;
}

/** The words of a text between spaces, in small letters and without marks: ` skatteetaten `. */
function wordsOf(text: string): string {
  const plain = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  return ` ${plain.split(BETWEEN).filter(Boolean).join(' ')} `;
}

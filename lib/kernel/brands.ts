declare const brand: unique symbol;
/** A value that has been checked once and keeps its name: `Brand<string, 'OrgNo'>`. */
type Brand<Value, Name extends string> = Value & { readonly [brand]: Name };

/** Nine digits with a valid mod-11 control digit, without the `0192:` prefix. */
export type OrgNo = Brand<string, 'OrgNo'>;
/** Eleven digits with two valid control digits (fødselsnummer, D-number, or synthetic). */
export type PersonNo = Brand<string, 'PersonNo'>;

const ORG_NO_WEIGHTS = [3, 2, 7, 6, 5, 4, 3, 2] as const;
const PERSON_NO_WEIGHTS_1 = [3, 7, 6, 1, 8, 9, 4, 5, 2] as const;
const PERSON_NO_WEIGHTS_2 = [5, 4, 3, 2, 7, 6, 5, 4, 3, 2] as const;

/** Returns the organisation number, or `undefined` when it is not nine ASCII digits with the right control digit. */
export function parseOrgNo(text: string): OrgNo | undefined {
  if (!/^[0-9]{9}$/.test(text)) return undefined;
  return control(text, ORG_NO_WEIGHTS) === Number(text[8]) ? (text as OrgNo) : undefined;
}

/** Returns the person number, or `undefined` when it is not eleven ASCII digits with both control digits right. */
export function parsePersonNo(text: string): PersonNo | undefined {
  if (!/^[0-9]{11}$/.test(text)) return undefined;
  const ok =
    control(text, PERSON_NO_WEIGHTS_1) === Number(text[9]) && control(text, PERSON_NO_WEIGHTS_2) === Number(text[10]);
  return ok ? (text as PersonNo) : undefined;
}

/** Whether the number can only belong to a synthetic person: the month carries + 80 (Tenor), so no living person has it. */
export function isSynthetic(person: PersonNo): boolean {
  const month = Number(person.slice(2, 4));
  return month >= 81 && month <= 92;
}

function control(text: string, weights: readonly number[]): number | undefined {
  const sum = weights.reduce((total, weight, index) => total + weight * Number(text[index]), 0);
  const digit = 11 - (sum % 11);
  if (digit === 11) return 0;
  return digit === 10 ? undefined : digit;
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Returns the UUID in lower case, or `undefined` when the text is not one. */
export function parseUuid(text: string): string | undefined {
  return UUID.test(text) ? text.toLowerCase() : undefined;
}

/** The prefix of the Norwegian register of legal entities in ISO 6523: `0192:<organisation number>`. */
export const ISO6523_PREFIX = '0192:';
/** How tokens name the register of ISO 6523 participants. */
export const ISO6523_AUTHORITY = 'iso6523-actorid-upis';

/** An organisation as tokens carry it; the capitals in `ID` matter on the wire. */
export type Iso6523 = { readonly authority: string; readonly ID: string };

/** Wraps an organisation number as an ISO 6523 actor identifier. */
export function toIso6523(orgNo: string): Iso6523 {
  return { authority: ISO6523_AUTHORITY, ID: `${ISO6523_PREFIX}${orgNo}` };
}

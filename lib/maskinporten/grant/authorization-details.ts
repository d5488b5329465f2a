import { ISO6523_AUTHORITY } from '../../kernel/brands.ts';
import { SYSTEM_USER_DETAILS } from '../model.ts';
import { quote, refusal } from '../problems.ts';

/** The customer that a grant asks to speak for, and under which reference. */
export type SystemUserDetails = { readonly orgNo: string; readonly externalRef: string | undefined };

const FIELDS: ReadonlySet<string> = new Set(['type', 'systemuser_org', 'externalRef']);
const EXTERNAL_REF = /^[a-zA-Z0-9æøåÆØÅ_-]{0,255}$/;

/**
 * Reads `authorization_details`: exactly one system user. Does not look whether there is one.
 * @throws OAuthError MP-301, MP-302, MP-303.
 * @see RFC 9396 §5, `maskinporten.md` §10.2
 */
export function readDetails(details: readonly unknown[]): SystemUserDetails {
  const [element] = details;
  if (details.length !== 1) throw refusal('MP-303', 'authorization_details must have exactly one element.');
  if (!isObject(element)) throw refusal('MP-303', 'The element of authorization_details must be an object.');
  if (element.type !== SYSTEM_USER_DETAILS) {
    throw refusal('MP-301', `${quote(element.type)}: the supported type is ${SYSTEM_USER_DETAILS}.`);
  }
  const unknown = Object.keys(element).find((name) => !FIELDS.has(name));
  if (unknown !== undefined) throw refusal('MP-302', quote(unknown));
  return { orgNo: readOrganisation(element.systemuser_org), externalRef: readExternalRef(element.externalRef) };
}

function readOrganisation(value: unknown): string {
  if (!isObject(value)) throw refusal('MP-303', 'systemuser_org is missing or not an object.');
  if (value.authority !== ISO6523_AUTHORITY) {
    throw refusal('MP-303', `systemuser_org.authority must be ${ISO6523_AUTHORITY}.`);
  }
  const orgNo = typeof value.ID === 'string' ? value.ID.match(/^0192:([0-9]{9})$/)?.[1] : undefined;
  if (orgNo === undefined) throw refusal('MP-303', 'systemuser_org.ID must be 0192: and nine digits.');
  const unknown = Object.keys(value).find((name) => name !== 'authority' && name !== 'ID');
  if (unknown !== undefined) throw refusal('MP-302', `systemuser_org.${quote(unknown)}`);
  return orgNo;
}

/** An empty reference counts as none, as in Altinn's own lookup. */
function readExternalRef(value: unknown): string | undefined {
  if (value === undefined || value === null) return undefined;
  if (typeof value !== 'string') throw refusal('MP-303', 'externalRef must be a string.');
  if (!EXTERNAL_REF.test(value)) {
    throw refusal('MP-302', 'externalRef may have at most 255 Norwegian letters, digits, _ and -.');
  }
  return value === '' ? undefined : value;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

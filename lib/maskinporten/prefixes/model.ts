/** A namespace for scopes, assigned by the operator to one owner. */
export type ScopePrefix = {
  readonly prefix: string;
  readonly ownerOrgNo: string;
  readonly active: boolean;
  readonly createdAt: Date;
  readonly updatedAt: Date;
};

const PREFIX = /^[a-z0-9]{1,50}$/;

/** Whether the text can be a prefix: lower case letters and digits; an organisation number is one. */
export function isPrefix(text: string): boolean {
  return PREFIX.test(text);
}

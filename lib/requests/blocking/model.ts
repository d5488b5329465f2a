/** A vendor from whom an organisation takes no more requests. */
export type BlockedVendor = {
  readonly orgNo: string;
  readonly name: string;
  readonly blockedByName: string;
  readonly blockedAt: Date;
};

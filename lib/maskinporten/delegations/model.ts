/** A scope that a consumer has delegated to a supplier, who then may ask for tokens with `consumer_org`. */
export type ScopeDelegation = {
  readonly consumerOrgNo: string;
  readonly supplierOrgNo: string;
  readonly scope: string;
  /** The resource in the registry that stands for the scope; empty when there is none. */
  readonly resourceId: string;
  readonly createdAt: Date;
};

/** Who delegates which scope to whom. */
export type DelegationInput = {
  readonly consumerOrgNo: string;
  readonly supplierOrgNo: string;
  readonly scope: string;
};

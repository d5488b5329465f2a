import type { Scope } from '../scopes/model.ts';

/** A scope that a consumer has delegated to a supplier, who then may ask for tokens with `consumer_org`. */
export type ScopeDelegation = {
  readonly consumerOrgNo: string;
  readonly supplierOrgNo: string;
  readonly scope: string;
  /** The resource in the registry that stands for the scope; empty when there is none. */
  readonly resourceId: string;
  readonly createdAt: Date;
};

/** Who delegates to whom. */
export type DelegationPair = { readonly consumerOrgNo: string; readonly supplierOrgNo: string };

/** Who delegates which scope to whom. */
export type DelegationInput = DelegationPair & { readonly scope: string };

/** Who delegates which API to whom: its resource, or the scope where no resource stands for it. */
export type ApiDelegationInput = DelegationPair & { readonly api: string };

/** An organisation as others see it. */
export type NamedOrganisation = { readonly orgNo: string; readonly name: string };

/** Texts of a resource, by language code. */
export type ApiTexts = Readonly<Record<string, string>>;

/** An API that can be delegated: a resource of type `MaskinportenSchema` with those of its scopes that can be. */
export type DelegableApi = {
  readonly resourceId: string;
  readonly title: ApiTexts;
  readonly description: ApiTexts;
  readonly owner: NamedOrganisation;
  readonly scopes: readonly Scope[];
  /** Whether it shows in lists; one that does not can be delegated by those who know its id. */
  readonly isVisible: boolean;
};

/** What a consumer lets a supplier do with one API. */
export type ApiDelegation = {
  readonly api: string;
  /** Empty where no resource stands for the scope. */
  readonly title: ApiTexts;
  readonly description: ApiTexts;
  readonly owner: NamedOrganisation;
  readonly consumer: NamedOrganisation;
  readonly supplier: NamedOrganisation;
  readonly scopes: readonly Scope[];
  readonly since: Date;
  /** Told to the consumer's own people alone. */
  readonly givenByName: string | undefined;
};

// What Altinn's APIs take and give, as vendors meet it; a test holds these to the OpenAPI document.

/** An attribute and its value: `urn:altinn:resource` and the id of a resource. */
export type AttributePair = { readonly id: string; readonly value: string };

/** A right to a service. */
export type Right = { readonly action?: string | undefined; readonly resource: readonly AttributePair[] };

/** An access package by its URN, `urn:altinn:accesspackage:…`. */
export type AccessPackage = { readonly urn: string };

/** A text in the three languages of the portal. */
export type Texts = { readonly nb: string; readonly nn: string; readonly en: string };

/** What a vendor registers of a system. */
export type SystemDescription = {
  /** Your organisation number, an underscore, and a name without spaces. */
  readonly id: string;
  /** `0192:` and your organisation number. */
  readonly vendor: { readonly ID: string };
  readonly name: Texts;
  readonly description: Texts;
  readonly rights?: readonly Right[];
  readonly accessPackages?: readonly AccessPackage[];
  /** Maskinporten clients that may speak for its system users. */
  readonly clientId?: readonly string[];
  /** Whether every customer can find it in the portal; otherwise true. */
  readonly isVisible?: boolean;
  readonly allowedRedirectUrls?: readonly string[];
  /** Whether the return address gets a signed result; not known to Altinn's own register. */
  readonly redirectResult?: boolean;
};

/** What a customer is asked for. */
export type NewRequest = {
  readonly systemId: string;
  /** The customer's organisation number. */
  readonly partyOrgNo: string;
  /** Your own key for the customer; otherwise the customer's number. */
  readonly externalRef?: string;
  readonly integrationTitle?: string;
  readonly rights?: readonly Right[];
  readonly accessPackages?: readonly AccessPackage[];
  /** One of the addresses of the system; its query is yours. */
  readonly redirectUrl?: string;
};

/** What an existing system user shall get and lose. */
export type NewChange = {
  readonly requiredRights?: readonly Right[];
  readonly unwantedRights?: readonly Right[];
  readonly requiredAccessPackages?: readonly AccessPackage[];
  readonly unwantedAccessPackages?: readonly AccessPackage[];
  readonly redirectUrl?: string;
};

/** Where a request stands. Only `New` waits; `NoChangeNeeded` is what a change of nothing is answered with. */
export type RequestStatus = 'New' | 'Accepted' | 'Rejected' | 'Denied' | 'Timedout' | 'NoChangeNeeded';

type AnyRequest = {
  readonly id: string;
  readonly externalRef: string;
  readonly systemId: string;
  readonly partyOrgNo: string;
  readonly status: RequestStatus;
  readonly redirectUrl?: string | undefined;
  readonly escalated?: boolean | undefined;
  /** The customer's own words for a no; not known to Altinn. */
  readonly rejectReason?: string | undefined;
  readonly created: string;
  /** Whether the deadline is past, though the status may still be `New`. */
  readonly timedOut: boolean;
  /** Where somebody of the customer logs in and answers. */
  readonly confirmUrl: string;
};

/** A request for a system user. */
export type SystemUserRequest = AnyRequest & {
  readonly integrationTitle?: string | undefined;
  /** Not there in requests for agents. */
  readonly rights?: readonly Right[] | undefined;
  readonly accessPackages: readonly AccessPackage[];
};

/** A request for a change of a system user. */
export type ChangeRequest = AnyRequest & {
  readonly systemUserId: string;
  readonly requiredRights: readonly Right[];
  readonly unwantedRights: readonly Right[];
  readonly requiredAccessPackages: readonly AccessPackage[];
  readonly unwantedAccessPackages: readonly AccessPackage[];
};

/** A system user as its vendor reads it. */
export type SystemUser = {
  readonly id: string;
  readonly integrationTitle: string;
  readonly systemId: string;
  readonly productName: string;
  /** The customer's organisation number. */
  readonly reporteeOrgNo: string;
  readonly created: string;
  readonly isDeleted: boolean;
  readonly supplierName: string;
  readonly supplierOrgno: string;
  readonly externalRef: string;
  readonly userType: 'standard' | 'agent';
};

const PREFIX = 'no.systembruker';

/** Every type of event, as `type` of the CloudEvents envelope; stable, never reused. */
export const EVENT_TYPES = [
  `${PREFIX}.request.approved`,
  `${PREFIX}.request.rejected`,
  `${PREFIX}.request.withdrawn`,
  `${PREFIX}.request.expired`,
  `${PREFIX}.changerequest.approved`,
  `${PREFIX}.changerequest.rejected`,
  `${PREFIX}.changerequest.withdrawn`,
  `${PREFIX}.changerequest.expired`,
  `${PREFIX}.systemuser.created`,
  `${PREFIX}.systemuser.changed`,
  `${PREFIX}.systemuser.suspended`,
  `${PREFIX}.systemuser.resumed`,
  `${PREFIX}.systemuser.withdrawn`,
  `${PREFIX}.systemuser.changewished`,
  `${PREFIX}.clientkey.expiring`,
] as const;

/** Sent when somebody tries an address, whatever types it has chosen. */
export const TEST_EVENT = `${PREFIX}.test`;

export type EventType = (typeof EVENT_TYPES)[number] | typeof TEST_EVENT;

/** What an event tells beside its type: ids and numbers of organisations, never a person or a person's words. */
export type EventData = {
  readonly requestId?: string;
  readonly systemUserId?: string;
  readonly systemId?: string;
  readonly externalRef?: string;
  /** The customer. */
  readonly partyOrgNo?: string;
  readonly status?: string;
  /** The vendor's own, out of the return address of the request. */
  readonly state?: string;
  readonly clientId?: string;
  readonly kid?: string;
  /** When the key ends, ISO 8601. */
  readonly expiresAt?: string;
};

/** One thing that has happened to a vendor. */
export type VendorEvent = {
  readonly id: string;
  readonly type: EventType;
  readonly vendorOrgNo: string;
  readonly systemId: string | undefined;
  readonly subject: string;
  readonly orderKey: string;
  readonly data: EventData;
  readonly at: Date;
};

import type { Transaction } from '#db/open.ts';
import { env } from '../../config/env.ts';
import { findOrganisation } from '../../parties/find-party.ts';
import { accessManagersOf } from '../access-managers.ts';
import type { AnyRequest } from '../model.ts';
import { insertMessages, selectAddresses, selectVendorContact } from './store.ts';
import { NOTICE_TEXTS, type NoticeKind } from './texts.ts';

/** What happened, and who did it; `by` is the name of a person and empty for a machine. */
type Occasion = {
  readonly kind: NoticeKind;
  /** Or the system user that came of it: the two share one id. */
  readonly request: Pick<AnyRequest, 'id' | 'partyUuid' | 'partyOrgNo' | 'vendorOrgNo'>;
  readonly at: Date;
  readonly by?: string;
};

/** Tells everybody who may answer for the customer. */
export async function notifyManagers(tx: Transaction, occasion: Occasion): Promise<void> {
  const managers = await accessManagersOf(tx, occasion.request.partyUuid);
  await notifyPeople(
    tx,
    occasion,
    managers.map(({ person }) => person.uuid),
  );
}

/**
 * Puts one message per person in the outbox, in the person's language, inside the caller's transaction. People without
 * an address get none. The link says nothing to anybody who does not sign in.
 */
export async function notifyPeople(tx: Transaction, occasion: Occasion, uuids: readonly string[]): Promise<void> {
  const addresses = await selectAddresses(tx, [...new Set(uuids)]);
  if (addresses.length === 0) return;
  const { kind, request, at, by = '' } = occasion;
  const vendor = await findOrganisation(tx, request.vendorOrgNo);
  const party = await findOrganisation(tx, request.partyOrgNo);
  const facts = {
    vendor: vendor?.name ?? request.vendorOrgNo,
    organisation: party?.name ?? request.partyOrgNo,
    by,
    link: `${env().PORTAL_URL}/requests/${request.id}`,
  };
  const messages = addresses.map((to) => {
    const { subject, lines } = NOTICE_TEXTS[to.language][kind](facts);
    return { to, subject, body: lines.join('\n\n') };
  });
  await insertMessages(tx, messages, at);
}

/** What a customer's person wants of a vendor. */
type VendorOccasion = {
  readonly kind: NoticeKind;
  readonly vendorOrgNo: string;
  /** The customer's name. */
  readonly organisation: string;
  readonly at: Date;
  readonly by: string;
  readonly link: string;
};

/** Puts one message to the contact of the vendor's agreement in the outbox, in bokmål; none without an agreement. */
export async function notifyVendor(tx: Transaction, occasion: VendorOccasion): Promise<void> {
  const { kind, vendorOrgNo, at, ...facts } = occasion;
  const vendor = await findOrganisation(tx, vendorOrgNo);
  const email = await selectVendorContact(tx, vendorOrgNo);
  if (!vendor || email === undefined) return;
  const { subject, lines } = NOTICE_TEXTS.nb[kind]({ ...facts, vendor: vendor.name });
  const to = { uuid: vendor.uuid, email, language: 'nb' } as const;
  await insertMessages(tx, [{ to, subject, body: lines.join('\n\n') }], at);
}

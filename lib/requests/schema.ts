import { z } from 'zod';
import { env } from '../config/env.ts';
import { isPlainText, NAME_MAX_CHARACTERS } from '../kernel/text.ts';
import {
  accessPackageDtos,
  accessPackagesSchema,
  rightDtos,
  rightsSchema,
  toAccessPackageDtos,
} from '../register/schema.ts';
import type { SystemUser } from '../systemusers/model.ts';
import {
  type AnyRequest,
  type ChangeRequest,
  isTimedOut,
  type RequestKind,
  type SystemUserRequest,
  WORDS_MAX_CHARACTERS,
} from './model.ts';

const PLAIN = 'Control, direction and invisible characters are not allowed.';
const REDIRECT_URL_MAX_CHARACTERS = 2000;

const text = z
  .string()
  .trim()
  .max(NAME_MAX_CHARACTERS)
  .refine((value) => isPlainText(value), PLAIN);
const title = text.transform((value) => value.normalize('NFC')).nullish();
const redirectUrl = z.string().trim().max(REDIRECT_URL_MAX_CHARACTERS).nullish();

/** The body of `POST vendor`. */
export const createRequestSchema = z
  .object({
    systemId: text,
    partyOrgNo: text,
    externalRef: text.nullish(),
    integrationTitle: title,
    rights: rightsSchema.nullish(),
    accessPackages: accessPackagesSchema.nullish(),
    redirectUrl,
  })
  .meta({ id: 'CreateRequestSystemUser' })
  .transform((body) => ({ ...withoutNull(body), kind: 'standard' as const }));

/** The body of `POST vendor/agent`; packages only, and the list is there, though it may hold none. */
export const createAgentRequestSchema = z
  .object({
    systemId: text,
    partyOrgNo: text,
    externalRef: text.nullish(),
    integrationTitle: title,
    accessPackages: accessPackagesSchema.nullable(),
    redirectUrl,
  })
  .meta({ id: 'CreateAgentRequestSystemUser' })
  .transform((body) => ({ ...withoutNull(body), kind: 'agent' as const }));

const changeBody = z.object({
  requiredRights: rightsSchema.nullish(),
  unwantedRights: rightsSchema.nullish(),
  requiredAccessPackages: accessPackagesSchema.nullish(),
  unwantedAccessPackages: accessPackagesSchema.nullish(),
  redirectUrl,
});

/** The body of a change request; a list that is `null` or left out is empty. */
export const changeSchema = changeBody.meta({ id: 'ChangeRequestSystemUser' }).transform(toChange);

/** The body of `POST vendor/verify`; older callers name the system user in it. */
export const verifySchema = changeBody
  .extend({ systemId: text.nullish(), partyOrgNo: text.nullish(), externalRef: text.nullish() })
  .meta({ id: 'VerifyChangeRequestSystemUser' })
  .transform(({ systemId, partyOrgNo, externalRef, ...body }) => ({
    ...toChange(body),
    key: { systemId: systemId ?? '', partyOrgNo: partyOrgNo ?? '', externalRef: externalRef ?? '' },
  }));

function toChange(body: z.output<typeof changeBody>) {
  return {
    requiredRights: body.requiredRights ?? [],
    unwantedRights: body.unwantedRights ?? [],
    requiredAccessPackages: body.requiredAccessPackages ?? [],
    unwantedAccessPackages: body.unwantedAccessPackages ?? [],
    redirectUrl: body.redirectUrl ?? undefined,
  };
}

/** The body of `POST {party}/create`, and of the portal's own. */
export const createOwnSchema = z
  .object({ systemId: text, integrationTitle: title })
  .meta({ id: 'SystemUserRequestDto' })
  .transform(({ systemId, integrationTitle }) => ({ systemId, integrationTitle: integrationTitle ?? undefined }));

/** A person's own words to the vendor: why somebody says no, or what should be changed. */
export const wordsToVendorSchema = z
  .string()
  .trim()
  .max(WORDS_MAX_CHARACTERS)
  .refine((value) => isPlainText(value, { lines: true }), PLAIN)
  .transform((value) => value.normalize('NFC'));

/** A request as its vendor reads it. Standard and agent differ by `rights` and the address. */
export function toRequestDto(request: SystemUserRequest, now: Date) {
  return { ...toEndUserRequestDto(request, now), confirmUrl: toConfirmUrl(request.kind, request.id) };
}

/** A request as the customer's side reads it: no address to confirm at. */
export function toEndUserRequestDto(request: SystemUserRequest, now: Date) {
  return {
    id: request.id,
    integrationTitle: request.integrationTitle,
    externalRef: request.externalRef,
    systemId: request.systemId,
    partyOrgNo: request.partyOrgNo,
    rights: request.kind === 'standard' ? request.rights : undefined,
    accessPackages: toAccessPackageDtos(request.accessPackages),
    status: request.status,
    redirectUrl: request.redirectUrl,
    escalated: request.escalated,
    rejectReason: request.rejectReason,
    created: request.createdAt.toISOString(),
    timedOut: isTimedOut(request, now, env().REQUEST_EXPIRY_DAYS),
  };
}

/** A request as the portal reads it by id. */
export function toInternalRequestDto(request: SystemUserRequest, now: Date, userMayEscalateButNotApprove: boolean) {
  const { timedOut: _timedOut, ...shared } = toEndUserRequestDto(request, now);
  return {
    ...shared,
    rights: request.rights,
    partyId: request.partyId,
    partyUuid: request.partyUuid,
    userMayEscalateButNotApprove,
    systemUserType: request.kind === 'agent' ? 'Agent' : undefined,
  };
}

/** A change request as its vendor reads it. */
export function toChangeRequestDto(request: ChangeRequest, now: Date) {
  return { ...toEndUserChangeRequestDto(request, now), confirmUrl: toConfirmUrl('change', request.id) };
}

/** A change request as the customer's side reads it. */
export function toEndUserChangeRequestDto(request: ChangeRequest, now: Date) {
  return {
    id: request.id,
    externalRef: request.externalRef,
    systemId: request.systemId,
    systemUserId: request.systemUserId,
    partyOrgNo: request.partyOrgNo,
    ...toChangeListsDto(request),
    status: request.status,
    redirectUrl: request.redirectUrl,
    // The platform's changes cannot be sent on and have no such member; ours shows it once it says something.
    escalated: request.escalated || undefined,
    rejectReason: request.rejectReason,
    created: request.createdAt.toISOString(),
    timedOut: isTimedOut(request, now, env().REQUEST_EXPIRY_DAYS),
  };
}

/** A change request as the portal reads it by id. */
export function toInternalChangeRequestDto(request: ChangeRequest, now: Date, userMayEscalateButNotApprove: boolean) {
  const { timedOut: _timedOut, ...shared } = toEndUserChangeRequestDto(request, now);
  return { ...shared, partyId: request.partyId, partyUuid: request.partyUuid, userMayEscalateButNotApprove };
}

/**
 * A change that was looked at but not stored: `NoChangeNeeded` without an address when its lists are empty.
 * @param change.id the vendor's correlation id, when it gave one.
 */
export function toUnstoredChangeDto(
  systemUser: SystemUser,
  change: ChangeLists & { readonly id?: string; readonly redirectUrl?: string | undefined },
  now: Date,
) {
  const lists = toChangeListsDto(change);
  return {
    id: change.id,
    externalRef: systemUser.externalRef,
    systemId: systemUser.systemId,
    systemUserId: systemUser.id,
    partyOrgNo: systemUser.partyOrgNo,
    ...lists,
    status: Object.values(lists).every((list) => list.length === 0) ? 'NoChangeNeeded' : 'New',
    redirectUrl: change.redirectUrl || undefined,
    confirmUrl: '',
    created: now.toISOString(),
    timedOut: false,
  };
}

type ChangeLists = Pick<
  ChangeRequest,
  'requiredRights' | 'unwantedRights' | 'requiredAccessPackages' | 'unwantedAccessPackages'
>;

/** The four lists of a change. */
function toChangeListsDto(lists: ChangeLists) {
  return {
    requiredRights: lists.requiredRights,
    unwantedRights: lists.unwantedRights,
    requiredAccessPackages: toAccessPackageDtos(lists.requiredAccessPackages),
    unwantedAccessPackages: toAccessPackageDtos(lists.unwantedAccessPackages),
  };
}

const CONFIRM_PAGES = { standard: 'request', agent: 'agentrequest', change: 'changerequest' } as const;

/** Where the customer reads and answers; made from settings alone, never from a request's headers. */
export function toConfirmUrl(kind: RequestKind, id: AnyRequest['id']): string {
  const page = `${env().PORTAL_URL}/accessmanagement/ui/systemuser/${CONFIRM_PAGES[kind]}`;
  return `${page}?id=${id}&DONTCHOOSEREPORTEE=true`;
}

type WithoutNull<Body> = { readonly [Name in keyof Body]: Exclude<Body[Name], null> };

function withoutNull<Body extends Record<string, unknown>>(body: Body): WithoutNull<Body> {
  const entries = Object.entries(body).map(([name, value]) => [name, value ?? undefined]);
  return Object.fromEntries(entries) as WithoutNull<Body>;
}

const status = z.enum(['New', 'Accepted', 'Rejected', 'Denied', 'Timedout', 'NoChangeNeeded']);
const shared = {
  id: z.guid(),
  externalRef: z.string(),
  systemId: z.string(),
  partyOrgNo: z.string(),
  status,
  redirectUrl: z.string().optional(),
  escalated: z.boolean().optional(),
  rejectReason: z.string().optional(),
  created: z.iso.datetime(),
};
const timedOut = z.boolean();
const confirmUrl = z.string();
const toParty = { partyId: z.int(), partyUuid: z.guid(), userMayEscalateButNotApprove: z.boolean() };
const requested = {
  integrationTitle: z.string().optional(),
  rights: rightDtos.optional(),
  accessPackages: accessPackageDtos,
};
const changeLists = {
  systemUserId: z.guid(),
  requiredRights: rightDtos,
  unwantedRights: rightDtos,
  requiredAccessPackages: accessPackageDtos,
  unwantedAccessPackages: accessPackageDtos,
};

/** What `toEndUserRequestDto` gives. */
export const endUserRequestDto = z.strictObject({ ...shared, ...requested, timedOut }).meta({ id: 'EndUserRequest' });
/** What `toRequestDto` gives. */
export const requestDto = endUserRequestDto.extend({ confirmUrl }).meta({ id: 'RequestSystemResponse' });
/** What `toInternalRequestDto` gives. */
export const internalRequestDto = z
  .strictObject({
    ...shared,
    ...requested,
    ...toParty,
    systemUserType: z.literal('Agent').optional(),
  })
  .meta({ id: 'RequestInternal' });
/** What `toEndUserChangeRequestDto` gives. */
export const endUserChangeRequestDto = z
  .strictObject({ ...shared, ...changeLists, timedOut })
  .meta({ id: 'EndUserChangeRequest' });
/** What `toChangeRequestDto` and `toUnstoredChangeDto` give; a change that was only looked at may have no id. */
export const changeRequestDto = endUserChangeRequestDto
  .extend({ id: z.guid().optional(), confirmUrl })
  .meta({ id: 'ChangeRequestResponse' });
/** What `toInternalChangeRequestDto` gives. */
export const internalChangeRequestDto = z
  .strictObject({ ...shared, ...changeLists, ...toParty })
  .meta({ id: 'ChangeRequestInternal' });

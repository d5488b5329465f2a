'use server';

import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import { parseUuid } from '#lib/kernel/brands.ts';
import { BareError, ProblemError } from '#lib/kernel/errors.ts';
import { approveChangeRequest } from '#lib/requests/approve-change-request.ts';
import { approveRequest } from '#lib/requests/approve-request.ts';
import { forwardRequest, remindRequest } from '#lib/requests/forwarding/forward-request.ts';
import type { RequestKind } from '#lib/requests/model.ts';
import { rejectRequest } from '#lib/requests/reject-request.ts';
import { wordsToVendorSchema } from '#lib/requests/schema.ts';
import { actionContext } from '#lib/session/action-context.ts';
import { field } from '../../../_parts/form-state.ts';

/** Says yes to what the page showed; the digest tells whether it is still that. */
export async function approve(form: FormData): Promise<void> {
  const context = await actionContext(form);
  const { kind, ...key } = keyOf(form);
  const digest = field(form, 'digest');
  await attemptAndShow(key.id, () =>
    kind === 'change'
      ? approveChangeRequest(context, { ...key, digest })
      : approveRequest(context, { ...key, kind, digest }),
  );
}

/** Says no, with or without a reason. */
export async function reject(form: FormData): Promise<void> {
  const context = await actionContext(form);
  const key = keyOf(form);
  const reason = wordsToVendorSchema.safeParse(field(form, 'reason'));
  if (!reason.success) redirect(`/requests/${key.id}?problem=invalid_request`);
  await attemptAndShow(key.id, () => rejectRequest(context, { ...key, reason: reason.data }));
}

/** Sends the request on to the person that the form names. */
export async function forward(form: FormData): Promise<void> {
  const context = await actionContext(form);
  const { id, kind } = keyOf(form);
  await attemptAndShow(id, () => forwardRequest(context, { id, kind, toUuid: field(form, 'to') || undefined }));
}

/** Reminds those to whom it was sent on. */
export async function remind(form: FormData): Promise<void> {
  const context = await actionContext(form);
  const { id, kind } = keyOf(form);
  await attemptAndShow(id, () => remindRequest(context, { id, kind }));
}

/** What was done leads to its receipt. */
async function attemptAndShow(id: string, work: () => Promise<void>): Promise<void> {
  await attempt(id, work);
  // The browser has the letter as it was: Back must show what became of it (F28).
  revalidatePath('/', 'layout');
  redirect(`/requests/${id}/receipt`);
}

/** A refusal leads back to the letter, which says it in words; what was answered meanwhile shows its outcome there. */
async function attempt(id: string, work: () => Promise<void>): Promise<void> {
  let code: string;
  try {
    await work();
    return;
  } catch (error) {
    if (error instanceof BareError) redirect(`/requests/${id}`);
    if (!(error instanceof ProblemError) || error.code === undefined) throw error;
    code = error.code;
  }
  redirect(code === 'AUTH-00013' ? `/requests/${id}` : `/requests/${id}?problem=${code}`);
}

function keyOf(form: FormData) {
  const kind = field(form, 'kind');
  return {
    id: field(form, 'id'),
    kind: (['standard', 'agent', 'change'] as const).find((known) => known === kind) ?? ('standard' as RequestKind),
    party: { uuid: field(form, 'party') },
    idempotencyKey: parseUuid(field(form, 'idempotencyKey')),
  };
}

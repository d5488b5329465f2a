'use server';

import { redirect } from 'next/navigation';
import { checkLines } from '#lib/requests/request-jobs/check-lines.ts';
import { startRequestJob } from '#lib/requests/request-jobs/start-request-job.ts';
import { stopRequestJob } from '#lib/requests/request-jobs/stop-request-job.ts';
import { actionContext } from '#lib/session/action-context.ts';
import { pageLanguage } from '#lib/session/translator.ts';
import { type AnsweredState, CONFIRMED_FIELD, field, refusedForm, valuesOf } from '../../../_parts/form-state.ts';
import { faultOf, readList } from './read-list.ts';
import { idOf, reviewOf } from './review.ts';

type State = AnsweredState | undefined;

/** Says who a list would be sent to; sends it once that is confirmed, and says it again when the list is another one. */
export async function send(_: State, form: FormData): Promise<State> {
  const list = await readList(form);
  const values = { ...valuesOf(form), list: [list.text] };
  const fault = await faultOf(list);
  if (fault) return { values, errors: [fault] };
  const context = await actionContext(form);
  const kind = field(form, 'kind') === 'agent' ? ('agent' as const) : ('standard' as const);
  const vendorOrgNo = context.actor.actingFor?.orgNo ?? '';
  const order = { vendorOrgNo, systemId: field(form, 'systemId'), kind, list: list.text };
  let path: string;
  try {
    const checked = await checkLines(context, order);
    const id = idOf(field(form, CONFIRMED_FIELD), kind, checked);
    if (id === undefined) return { values, errors: [], ...(await reviewOf(kind, checked)) };
    path = `/vendor/requests/many/${await startRequestJob(context, { ...order, id })}`;
  } catch (error) {
    return { ...refusedForm(form, error, await pageLanguage(), () => 'list'), values };
  }
  return redirect(path);
}

/** Lets nobody more be asked. */
export async function stop(form: FormData): Promise<void> {
  const context = await actionContext(form);
  const id = field(form, 'id');
  await stopRequestJob(context, { vendorOrgNo: context.actor.actingFor?.orgNo ?? '', id });
  redirect(`/vendor/requests/many/${id}`);
}

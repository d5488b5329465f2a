'use server';

import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import { parseDuration } from '#lib/sandbox/clock-change.ts';
import { clockChangeDto } from '#lib/sandbox/clock-schema.ts';
import { moveClock, releaseClock } from '#lib/sandbox/move-clock.ts';
import { type Controls, openControlsOnPage } from '#lib/sandbox/open-controls.ts';
import { resetSandbox } from '#lib/sandbox/reset-sandbox.ts';
import { deleteSnapshot } from '#lib/sandbox/snapshots/delete-snapshot.ts';
import { restoreSnapshot } from '#lib/sandbox/snapshots/restore-snapshot.ts';
import { snapshotParams } from '#lib/sandbox/snapshots/schema.ts';
import { takeSnapshot } from '#lib/sandbox/snapshots/take-snapshot.ts';
import { assertOwnForm } from '#lib/session/action-context.ts';
import { pageContext } from '#lib/session/page-context.ts';
import { translator } from '#lib/session/translator.ts';
import { attempt, attemptAndGo } from '../../_parts/attempt.ts';
import { type AnsweredState, field, incompleteForm } from '../../_parts/form-state.ts';

const CLOCK = { done: '/sandbox?done=clock', refused: '/sandbox' };

/** Sets the clock to the time that was written. */
export async function setTime(_: AnsweredState | undefined, form: FormData): Promise<AnsweredState | undefined> {
  const controls = await ownControls();
  const change = clockChangeDto.safeParse({ now: field(form, 'now') });
  if (!change.success) {
    return incompleteForm(form, [{ fieldId: 'now', text: (await translator('sandbox'))('controls.wrongTime') }]);
  }
  return (
    (await attempt(
      form,
      () => moveClock(controls, change.data),
      () => 'now',
    )) ?? redirect(CLOCK.done)
  );
}

/** Moves the clock by the duration of the button, or stops or starts it. */
export async function changeTime(form: FormData): Promise<void> {
  const controls = await ownControls();
  const frozen = field(form, 'frozen');
  const change = {
    advanceMs: parseDuration(field(form, 'advance')),
    frozen: frozen === '' ? undefined : frozen === 'true',
  };
  await attemptAndGo(() => moveClock(controls, change), CLOCK);
}

/** Gives the sandbox the real time back. */
export async function giveTimeBack(): Promise<void> {
  const controls = await ownControls();
  await attemptAndGo(() => releaseClock(controls), CLOCK);
}

/** Begins the sandbox anew. */
export async function beginAnew(): Promise<void> {
  const controls = await ownControls();
  await attemptAndGo(() => resetSandbox(controls), { done: '/sandbox?done=reset', refused: '/sandbox' });
}

/** Takes a snapshot under the name that was written. */
export async function keepAs(_: AnsweredState | undefined, form: FormData): Promise<AnsweredState | undefined> {
  const controls = await ownControls();
  const params = snapshotParams.safeParse({ name: field(form, 'name') });
  if (!params.success) {
    return incompleteForm(form, [{ fieldId: 'name', text: (await translator('sandbox'))('snapshots.wrongName') }]);
  }
  return (
    (await attempt(
      form,
      () => takeSnapshot(controls, params.data.name),
      () => 'name',
    )) ?? redirect('/sandbox?done=taken')
  );
}

/** Puts the sandbox back to the snapshot of the button. */
export async function restoreNamed(form: FormData): Promise<void> {
  const controls = await ownControls();
  const pages = { done: '/sandbox?done=restored', refused: '/sandbox' };
  await attemptAndGo(() => restoreSnapshot(controls, field(form, 'name')), pages);
}

/** Deletes the snapshot of the button. */
export async function deleteNamed(form: FormData): Promise<void> {
  const controls = await ownControls();
  const pages = { done: '/sandbox?done=deleted', refused: '/sandbox' };
  await attemptAndGo(() => deleteSnapshot(controls, field(form, 'name')), pages);
}

async function ownControls(): Promise<Controls> {
  await assertOwnForm();
  // The strip above every page tells the time, above those that the browser has kept too.
  revalidatePath('/', 'layout');
  return openControlsOnPage(await pageContext());
}

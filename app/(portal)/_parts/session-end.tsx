import { keptFormsKey } from '#lib/session/kept-forms-key.ts';
import { signedIn } from '#lib/session/page-context.ts';
import { texts } from '#lib/session/translator.ts';
import { stayLoggedIn } from './account-actions.ts';
import { SessionWarning } from './session-warning.tsx';

/** Warns before the session ends, with one key to go on, and keeps unsent forms when it does; nothing for somebody who is not signed in. */
export async function SessionEnd() {
  const current = await signedIn();
  if (!current) return null;
  const { sessionEnd, context, person } = current;
  const { session } = await texts('common');
  return (
    <SessionWarning
      idleSeconds={secondsUntil(sessionEnd.idleAt, context.now)}
      totalSeconds={secondsUntil(sessionEnd.finalAt, context.now)}
      renewedSeconds={sessionEnd.idleSeconds}
      stay={stayLoggedIn}
      formsKey={keptFormsKey(person.uuid)}
      texts={session}
    />
  );
}

function secondsUntil(end: Date, now: Date): number {
  return Math.max(0, Math.floor((end.getTime() - now.getTime()) / 1000));
}

import { ButtonLink } from '#app/_ui/button-link.tsx';
import { ConfirmDialog } from '#app/_ui/confirm-dialog.tsx';
import { Heading } from '#app/_ui/ds.ts';
import { SubmitButton } from '#app/_ui/submit-button.tsx';
import type { Manager, OpenLetter } from '#lib/requests/letter/model.ts';
import { translator } from '#lib/session/translator.ts';
import { managerName } from '../../../../_parts/authority-words.ts';
import { approve, forward, remind } from '../actions.ts';
import { AnswerKey } from './answer-key.tsx';
import { ArmedButton } from './armed-button.tsx';
import { RejectForm } from './reject-form.tsx';
import { RequestKey } from './request-key.tsx';

/** What the reader can do: only what is possible stands there, and a sentence says who can do the rest. */
export async function Answer({ letter }: { readonly letter: OpenLetter }) {
  const t = await translator('requests');
  const { state, reader, systemUserId } = letter;
  if (state === 'approved' && systemUserId && reader !== 'may-forward') {
    return (
      <div>
        <ButtonLink href={`/system-users/${systemUserId}`} variant="secondary">
          {t('seeSystemUser')}
        </ButtonLink>
      </div>
    );
  }
  if (state !== 'waiting' && state !== 'blocked') return null;
  if (reader === 'may-forward') return <Forward letter={letter} text={t('forwardText', names(letter))} />;
  return (
    <>
      {state === 'waiting' && reader === 'may-approve-some' && <Forward letter={letter} text={t('forwardSome')} />}
      <div className="flex flex-wrap items-start gap-3">
        {state === 'waiting' && reader === 'may-approve' && (
          <form action={approve}>
            <AnswerKey letter={letter} />
            <input type="hidden" name="digest" value={letter.digest} />
            <ArmedButton>{t('approve')}</ArmedButton>
          </form>
        )}
        <Reject letter={letter} />
      </div>
    </>
  );
}

async function Reject({ letter }: { readonly letter: OpenLetter }) {
  const t = await translator('requests');
  const common = await translator('common');
  return (
    <ConfirmDialog
      trigger={t('reject')}
      fallbackHref={`/requests/${letter.id}/reject`}
      color="accent"
      title={t('rejectTitle', { vendor: letter.vendor.name })}
      close={common('actions.close')}
    >
      <RejectForm letter={letter} />
    </ConfirmDialog>
  );
}

async function Forward({ letter, text }: { readonly letter: OpenLetter; readonly text: string }) {
  const t = await translator('requests');
  if (letter.forwards.length > 0) return <Remind letter={letter} />;
  const managers = ableManagers(letter);
  if (managers.length === 0) return <p>{t('nobodyAnswers', names(letter))}</p>;
  return (
    <section className="flex flex-col gap-3">
      <Heading level={2} data-size="xs">
        {t('forwardTitle')}
      </Heading>
      <p>{text}</p>
      <div className="flex flex-wrap gap-3">
        {managers.map((manager, index) => (
          <form key={manager.uuid} action={forward}>
            <RequestKey letter={letter} />
            <input type="hidden" name="to" value={manager.uuid} />
            <SubmitButton variant={index === 0 ? 'primary' : 'secondary'}>
              {t('forward', { name: managerName(t, manager) })}
            </SubmitButton>
          </form>
        ))}
      </div>
    </section>
  );
}

async function Remind({ letter }: { readonly letter: OpenLetter }) {
  const t = await translator('requests');
  if (!letter.mayRemind) return <p>{t('remindTomorrow')}</p>;
  return (
    <form action={remind}>
      <RequestKey letter={letter} />
      <SubmitButton variant="secondary">{t('remind')}</SubmitButton>
    </form>
  );
}

/** Those who can give every line first; after them, for somebody who may not answer at all, the others who may. */
function ableManagers(letter: OpenLetter): readonly Manager[] {
  const refused = [...letter.added.rights, ...letter.added.packages].filter((line) => !line.canGive);
  const isAble = (manager: Manager) => refused.every((line) => line.whoCan.some(({ uuid }) => uuid === manager.uuid));
  const able = letter.managers.filter(isAble);
  if (letter.reader !== 'may-forward') return able;
  return [...able, ...letter.managers.filter((manager) => !isAble(manager))];
}

function names(letter: OpenLetter) {
  return { organisation: letter.organisation.name };
}

import { SubmitButton } from '#app/_ui/submit-button.tsx';
import { translator } from '#lib/session/translator.ts';
import { ActingFor } from '../../_parts/acting-for.tsx';
import { rotate } from './actions.ts';

/** Brings in a new signing key: in good time, or at once when the old one may have leaked. */
export async function RotateForm({
  orgUuid,
  isEmergency = false,
}: {
  readonly orgUuid: string;
  readonly isEmergency?: boolean;
}) {
  const t = await translator('platform');
  return (
    <form action={rotate} className="flex flex-col items-start gap-4">
      <ActingFor orgUuid={orgUuid} />
      {isEmergency && (
        <>
          <input type="hidden" name="emergency" value="true" />
          <p>{t('health.emergencyText')}</p>
        </>
      )}
      <SubmitButton variant={isEmergency ? 'primary' : 'secondary'} color={isEmergency ? 'danger' : 'accent'}>
        {isEmergency ? t('health.emergencyConfirm') : t('health.rotate')}
      </SubmitButton>
    </form>
  );
}

import { Alert } from '#app/_ui/ds.ts';
import { TextLink } from '#app/_ui/text-link.tsx';
import type { Context } from '#lib/context/context.ts';
import { ProblemError } from '#lib/kernel/errors.ts';
import { assertAgreement } from '#lib/register/assert-agreement.ts';
import { translator } from '#lib/session/translator.ts';

/** Whether people of the vendor may change anything in the register now. */
export async function isUnderAgreement(context: Context, orgNo: string): Promise<boolean> {
  try {
    await assertAgreement(context, orgNo);
    return true;
  } catch (error) {
    if (error instanceof ProblemError) return false;
    throw error;
  }
}

/** Stands where nothing can be done before there is an agreement. */
export async function NoAgreement() {
  const t = await translator('vendor');
  return (
    <Alert data-color="warning">
      <div className="flex flex-col items-start gap-2">
        <p>{t('agreementMissing')}</p>
        <TextLink href="/vendor/agreement">{t('toAgreement')}</TextLink>
      </div>
    </Alert>
  );
}

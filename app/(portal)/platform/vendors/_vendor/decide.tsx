import { ButtonLink } from '#app/_ui/button-link.tsx';
import { CardBox } from '#app/_ui/card-box.tsx';
import { Heading } from '#app/_ui/ds.ts';
import { SubmitButton } from '#app/_ui/submit-button.tsx';
import { type Agreement, type Evidence, mayTake } from '#lib/onboarding/model.ts';
import { ACTING_FOR_FIELD } from '#lib/session/action-context.ts';
import { translator } from '#lib/session/translator.ts';
import { ActingFor } from '../../../_parts/acting-for.tsx';
import { formTexts } from '../../../_parts/form-texts.ts';
import { RefusableForm } from '../../../_parts/refusable-form.tsx';
import { letIntoProduction, letIntoTest, refuse, resume } from '../actions.ts';
import { EVIDENCE, evidenceCount } from './words.ts';

type Props = {
  readonly agreement: Agreement;
  readonly evidence: Evidence;
  readonly name: string;
  readonly orgUuid: string;
};

/** What the operator can do with an agreement as it stands, and nothing else. */
export async function Decide({ agreement, evidence, name, orgUuid }: Props) {
  const t = await translator('platform');
  const { status, orgNo } = agreement;
  if (mayTake('resume', status)) {
    return (
      <Press
        action={resume}
        orgUuid={orgUuid}
        orgNo={orgNo}
        text={t('vendor.resumeText', { name })}
        button={t('vendor.resume')}
      />
    );
  }
  const isApplication = mayTake('refuse', status);
  return (
    <>
      {mayTake('grant-test', status) && (
        <Press
          action={letIntoTest}
          orgUuid={orgUuid}
          orgNo={orgNo}
          text={t('vendor.grantTestText', { name })}
          button={t('vendor.grantTest')}
        />
      )}
      {mayTake('grant-production', status) && (
        <Press
          action={letIntoProduction}
          orgUuid={orgUuid}
          orgNo={orgNo}
          text={t('vendor.grantProductionText', {
            name,
            count: String(evidenceCount(evidence)),
            total: String(EVIDENCE.length),
          })}
          button={t('vendor.grantProduction')}
        />
      )}
      {isApplication && (
        <CardBox>
          <Heading level={2} data-size="xs">
            {t('vendor.refuseTitle')}
          </Heading>
          <RefusableForm
            keptAs="refusal"
            action={refuse}
            color="danger"
            parts={[
              { kind: 'hidden', name: ACTING_FOR_FIELD, value: orgUuid },
              { kind: 'hidden', name: 'orgNo', value: orgNo },
              {
                kind: 'text',
                name: 'reason',
                label: t('vendor.reason'),
                description: t('vendor.reasonHint'),
                rows: 3,
                maxLength: 1000,
              },
            ]}
            texts={await formTexts(t('vendor.refuse'))}
          />
        </CardBox>
      )}
      {mayTake('suspend', status) && !isApplication && (
        <div>
          <ButtonLink href={`/platform/vendors/${orgNo}/suspend`} variant="secondary">
            {t('vendor.suspend')}
          </ButtonLink>
        </div>
      )}
    </>
  );
}

function Press({
  action,
  orgUuid,
  orgNo,
  text,
  button,
}: {
  readonly action: (form: FormData) => Promise<void>;
  readonly orgUuid: string;
  readonly orgNo: string;
  readonly text: string;
  readonly button: string;
}) {
  return (
    <CardBox>
      <p className="max-w-[42rem]">{text}</p>
      <form action={action}>
        <ActingFor orgUuid={orgUuid} />
        <input type="hidden" name="orgNo" value={orgNo} />
        <SubmitButton>{button}</SubmitButton>
      </form>
    </CardBox>
  );
}

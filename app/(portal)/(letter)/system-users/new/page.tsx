import type { Metadata } from 'next';
import { StepIndicator } from '#app/_ui/step-indicator.tsx';
import { requireParty } from '#lib/session/page-context.ts';
import { translator } from '#lib/session/translator.ts';
import { readPageQuery } from '../../../_parts/page-query.ts';
import { PickSystem } from './pick-system.tsx';
import { SeeSystem, titleOfStep } from './see-system.tsx';

type Props = { readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>> };

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const { system } = await searchParams;
  return {
    title: typeof system === 'string' ? await titleOfStep(system) : (await translator('systemUsers'))('wizard.title'),
  };
}

/** Taking a system into use without waiting to be asked: pick it, see what it gets, create. */
export default async function NewSystemUserPage({ searchParams }: Props) {
  await requireParty();
  const common = await translator('common');
  const given = await searchParams;
  const { system, problem } = given;
  const picked = typeof system === 'string' ? system : undefined;
  const current = picked ? 2 : 1;
  return (
    <>
      <StepIndicator text={common('steps', { current: String(current), total: '2' })} current={current} total={2} />
      {picked ? (
        <SeeSystem systemId={picked} problem={typeof problem === 'string' ? problem : undefined} />
      ) : (
        <PickSystem query={readPageQuery(given)} />
      )}
    </>
  );
}

import { createHash, randomUUID } from 'node:crypto';
import { formatOrgNo } from '#lib/i18n/format.ts';
import type { checkLines } from '#lib/requests/request-jobs/check-lines.ts';
import type { CheckedLine } from '#lib/requests/request-jobs/model.ts';
import { translator } from '#lib/session/translator.ts';
import type { AnsweredState } from '../../../_parts/form-state.ts';
import { reasonText } from './reason-text.ts';

type Checked = Awaited<ReturnType<typeof checkLines>>;

/** How many lines of a kind are shown. */
const SHOWN_MAX = 20;

/** Who will be asked, and which lines not and why; what is confirmed stands for the list and the system as it was. */
export async function reviewOf(
  kind: 'standard' | 'agent',
  checked: Checked,
): Promise<Pick<AnsweredState, 'answer' | 'confirm'>> {
  const t = await translator('vendor');
  const asked = checked.lines.filter(({ state }) => state === 'waiting');
  const others = Map.groupBy(
    checked.lines.filter(({ state }) => state !== 'waiting'),
    ({ code = '' }) => code,
  );
  const count = asked.length;
  const sections = [...others].map(async ([code, lines]) => ({
    heading: t('requests.many.review.others', { count: lines.length, reason: await reasonText(code) }),
    items: await itemsOf(lines),
  }));
  return {
    answer: {
      tone: others.size > 0 ? 'warning' : 'info',
      title: t('requests.many.review.title', { count }),
      text: t('requests.many.review.text'),
      sections: [
        ...(await Promise.all(sections)),
        ...(count > 0 ? [{ heading: t('requests.many.review.asked'), items: await itemsOf(asked) }] : []),
      ],
    },
    confirm:
      count > 0
        ? { text: t('requests.many.review.send', { count }), value: `${randomUUID()} ${digestOf(kind, checked)}` }
        : undefined,
  };
}

/** The id that a list was confirmed with; `undefined` when it was not, or another one was. */
export function idOf(confirmed: string, kind: 'standard' | 'agent', checked: Checked): string | undefined {
  const [id, digest] = confirmed.split(' ');
  return digest === digestOf(kind, checked) ? id : undefined;
}

/** Stands for what would be sent to whom, whatever has become of the organisations meanwhile. */
function digestOf(kind: 'standard' | 'agent', { system, lines }: Checked): string {
  const listed = lines.map(({ orgNo, externalRef, integrationTitle, fault }) => [
    orgNo,
    externalRef,
    integrationTitle,
    fault,
  ]);
  return createHash('sha256')
    .update(JSON.stringify([system.systemId, system.version, kind, listed]))
    .digest('base64url');
}

async function itemsOf(lines: readonly CheckedLine[]): Promise<readonly string[]> {
  const t = await translator('vendor');
  const shown = lines.slice(0, SHOWN_MAX).map(({ lineNo, orgNo, name, externalRef }) => {
    const text = [formatOrgNo(orgNo), name, externalRef].filter(Boolean).join(' · ');
    return t('requests.many.review.line', { line: String(lineNo), text });
  });
  const left = lines.length - shown.length;
  return left > 0 ? [...shown, t('requests.many.review.more', { count: left })] : shown;
}

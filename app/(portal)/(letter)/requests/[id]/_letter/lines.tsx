import { Heading } from '#app/_ui/ds.ts';
import type { OpenLetter } from '#lib/requests/letter/model.ts';
import { translator } from '#lib/session/translator.ts';
import { AuthorityLines } from '../../../../_parts/authority-lines.tsx';

/** Everything that the letter is about, under its headings; a heading without lines is left out. */
export async function LetterLines({ letter }: { readonly letter: OpenLetter }) {
  const t = await translator('requests');
  const granted = { standard: t('allowed'), agent: t('allowedClients'), change: t('added') }[letter.kind];
  const isGiven = letter.state === 'waiting' || letter.state === 'approved';
  const groups = [
    { id: 'added', heading: isGiven ? granted : t('asked'), lines: letter.added },
    { id: 'removed', heading: isGiven ? t('removed') : t('toRemove'), lines: letter.removed },
    ...(isGiven ? [{ id: 'stays', heading: t('stays'), lines: letter.stays }] : []),
  ];
  const waiting = letter.state === 'waiting' && letter.kind !== 'agent';
  return groups
    .filter(({ lines }) => lines.rights.length + lines.packages.length > 0)
    .map(({ id, heading, lines }) => (
      <section key={id} className="flex flex-col gap-3">
        <Heading level={2} data-size="xs">
          {heading}
        </Heading>
        <AuthorityLines lines={lines} marks={waiting && id === 'added'} />
      </section>
    ));
}

import type { Description } from '#app/_ui/description-list.tsx';
import type { OpenLetter } from '#lib/requests/letter/model.ts';
import { pageLanguage, translator } from '#lib/session/translator.ts';
import { PartyLine } from '../../../../_parts/party-line.tsx';

/** Whose request it was, and to whom: the beginning of every receipt. */
export async function factsOf({ system, vendor, organisation }: OpenLetter): Promise<readonly Description[]> {
  const t = await translator('requests');
  return [
    { term: t('receipt.system'), description: system.name[await pageLanguage()] },
    { term: t('sender.systemId'), description: <code className="break-all">{system.systemId}</code> },
    { term: t('receipt.vendor'), description: <PartyLine {...vendor} /> },
    { term: t('receipt.organisation'), description: <PartyLine {...organisation} /> },
  ];
}

import { CardBox } from '#app/_ui/card-box.tsx';
import { Heading } from '#app/_ui/ds.ts';
import { texts, translator } from '#lib/session/translator.ts';
import { formTexts } from '../../_parts/form-texts.ts';
import { GenerateKey } from './generate-key.tsx';
import { PasteKey } from './paste-key.tsx';

/** The two ways to put a key on a client. */
export async function AddKey({ clientId, orgUuid }: { readonly clientId: string; readonly orgUuid: string }) {
  const t = await translator('vendor');
  const words = (await texts('vendor')).clients;
  const shared = await formTexts();
  return (
    <div className="grid gap-4 lg:grid-cols-2">
      <CardBox>
        <Heading level={3} data-size="2xs">
          {t('clients.generate')}
        </Heading>
        <p className="text-text-subtle">{t('clients.generateText')}</p>
        <GenerateKey clientId={clientId} orgUuid={orgUuid} texts={pick(words, GENERATE)} />
        <noscript>
          <p>{t('clients.generateNeedsScript')}</p>
        </noscript>
      </CardBox>
      <CardBox>
        <Heading level={3} data-size="2xs">
          {t('clients.paste')}
        </Heading>
        <PasteKey clientId={clientId} orgUuid={orgUuid} texts={{ ...shared, ...pick(words, PASTE) }} />
      </CardBox>
    </div>
  );
}

const PASTE = ['keyText', 'keyTextHint', 'keyPrivate', 'addSubmit'] as const;
const GENERATE = [
  'generateStart',
  'generateBusy',
  'generated',
  'downloadJwk',
  'downloadPem',
  'downloaded',
  'generatedSubmit',
  'generateFailed',
] as const;

/** Only the words that a client leaf shows travel to the browser. */
function pick<Key extends string>(words: Readonly<Record<Key, string>>, keys: readonly Key[]): Record<Key, string> {
  return Object.fromEntries(keys.map((key) => [key, words[key]])) as Record<Key, string>;
}

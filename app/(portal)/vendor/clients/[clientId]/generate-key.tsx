'use client';

import { useActionState, useEffect, useState } from 'react';
import { Button } from '#app/_ui/ds.ts';
import { SubmitButton } from '#app/_ui/submit-button.tsx';
import { addKey } from '../actions.ts';
import { download } from './download.ts';
import { type KeyPair, makeKeyPair } from './make-key-pair.ts';

type Texts = {
  readonly generateStart: string;
  readonly generateBusy: string;
  readonly generated: string;
  readonly downloadJwk: string;
  readonly downloadPem: string;
  readonly downloaded: string;
  readonly generatedSubmit: string;
  readonly generateFailed: string;
};

/**
 * Makes a key pair in the browser. The private part goes to a file and nowhere else: the form that follows holds the
 * public part only, and appears after the download.
 */
export function GenerateKey({
  clientId,
  orgUuid,
  texts,
}: {
  readonly clientId: string;
  readonly orgUuid: string;
  readonly texts: Texts;
}) {
  const [state, send] = useActionState(addKey, undefined);
  const [ready, setReady] = useState(false);
  const [step, setStep] = useState<'start' | 'busy' | 'made' | 'saved' | 'failed'>('start');
  const [pair, setPair] = useState<KeyPair>();
  useEffect(() => setReady(true), []);
  const make = async () => {
    if (step === 'busy') return;
    setStep('busy');
    try {
      setPair(await makeKeyPair());
      setStep('made');
    } catch {
      setStep('failed');
    }
  };
  const save = (kind: 'jwk' | 'pem') => {
    if (!pair) return;
    download(kind === 'jwk' ? `${pair.kid}.jwk.json` : `${pair.kid}.pem`, kind === 'jwk' ? pair.privateJwk : pair.pem);
    setStep('saved');
  };
  const words = {
    start: '',
    busy: texts.generateBusy,
    made: texts.generated,
    saved: texts.downloaded,
    failed: texts.generateFailed,
  };
  if (!ready) return null;
  return (
    <div className="flex flex-col items-start gap-4">
      <p role="status">{words[step]}</p>
      {pair === undefined ? (
        <Button type="button" variant="secondary" onClick={make} aria-busy={step === 'busy' || undefined}>
          {texts.generateStart}
        </Button>
      ) : (
        <>
          <code className="text-sm break-all">{pair.kid}</code>
          <div className="flex flex-wrap gap-3">
            <Button ref={takeFocus} type="button" variant="secondary" onClick={() => save('jwk')}>
              {texts.downloadJwk}
            </Button>
            <Button type="button" variant="secondary" onClick={() => save('pem')}>
              {texts.downloadPem}
            </Button>
          </div>
          {step === 'saved' && (
            <form action={send} className="flex flex-col items-start gap-3">
              <input type="hidden" name="actingFor" value={orgUuid} />
              <input type="hidden" name="clientId" value={clientId} />
              <input type="hidden" name="keyText" value={pair.publicJwk} />
              {state?.errors.map(({ text }) => (
                <p key={text} role="alert">
                  {text}
                </p>
              ))}
              <SubmitButton>{texts.generatedSubmit}</SubmitButton>
            </form>
          )}
        </>
      )}
    </div>
  );
}

/** Moves focus from the button that was pressed, and is gone, to the one that stands in its place. */
function takeFocus(button: HTMLButtonElement | null): void {
  button?.focus();
}

'use client';

import { useCallback, useEffect, useRef, useState } from 'react';
import { fillForms, keptFormAround, readForms } from './form-fields.ts';
import { type KeptForms, keepForms, takeForms } from './sealed-forms.ts';

/**
 * Keeps what has been typed when the session ends under it, and fills it in again after the same person has logged in.
 * `note` remembers the forms as they stand, before a call that may find no session; `keep` keeps them at once.
 */
export function useKeptForms(secret: string) {
  const touched = useRef(new WeakSet<HTMLFormElement>());
  const noted = useRef<KeptForms>(undefined);
  const [filled, setFilled] = useState<HTMLFormElement>();

  const note = useCallback((sent?: HTMLFormElement) => {
    noted.current = readForms((form) => form === sent || touched.current.has(form));
  }, []);
  const keep = useCallback(async () => {
    note();
    if (noted.current) await keepForms(secret, noted.current);
  }, [note, secret]);

  useEffect(() => {
    const onInput = ({ target }: Event) => {
      const form = keptFormAround(target);
      if (form) touched.current.add(form);
    };
    const onSubmit = ({ target }: Event) => {
      note(keptFormAround(target));
      setFilled(undefined);
    };
    window.addEventListener('input', onInput, { capture: true });
    window.addEventListener('submit', onSubmit, { capture: true });
    takeForms(secret).then((kept) => setFilled(kept && fillForms(kept)));
    return () => {
      window.removeEventListener('input', onInput, { capture: true });
      window.removeEventListener('submit', onSubmit, { capture: true });
      if (hasEnded() && noted.current) keepForms(secret, noted.current);
    };
  }, [note, secret]);

  return { filled, note, keep };
}

/** Whether an action that found no session has led to the log-in. */
function hasEnded(): boolean {
  const { pathname, search } = window.location;
  return pathname === '/login' && new URLSearchParams(search).get('error') === 'ended';
}

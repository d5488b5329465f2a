'use client';

import { useEffect, useState } from 'react';
import { createPortal } from 'react-dom';
import { Alert } from './ds.ts';

/** Keeps forms from being sent while the browser is offline: what was filled in stays, and a line in the form says so (F28). */
export function OfflineGuard({ text }: { readonly text: string }) {
  const [form, setForm] = useState<HTMLFormElement | null>(null);
  useEffect(() => {
    const hold = (event: SubmitEvent) => {
      if (navigator.onLine || !(event.target instanceof HTMLFormElement)) return;
      event.preventDefault();
      event.stopPropagation();
      setForm(event.target);
    };
    const release = () => setForm(null);
    // On the window, and on the way down: before React hears of it.
    window.addEventListener('submit', hold, { capture: true });
    window.addEventListener('online', release);
    return () => {
      window.removeEventListener('submit', hold, { capture: true });
      window.removeEventListener('online', release);
    };
  }, []);
  return (
    form &&
    createPortal(
      <Alert data-color="warning" role="alert" className="mt-4">
        {text}
      </Alert>,
      form,
    )
  );
}

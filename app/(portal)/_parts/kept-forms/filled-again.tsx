'use client';

import { useEffect, useRef } from 'react';
import { createPortal } from 'react-dom';
import { Alert } from '#app/_ui/ds.ts';

/** Says below a form that it has been filled in again, and that sending it is up to the reader; takes focus, so that it is read. */
export function FilledAgain({ form, text }: { readonly form: HTMLFormElement; readonly text: string }) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => place.current?.focus(), []);
  return createPortal(
    <Alert ref={place} tabIndex={-1} data-color="info" className="w-full">
      {text}
    </Alert>,
    form,
  );
}

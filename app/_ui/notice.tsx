'use client';

import { useEffect, useState } from 'react';
import { Alert, Button } from './ds.ts';

/** By then a reader has been told the title of a page that was reached without loading, which silences all that is polite. */
const SAID_AFTER_MS = 1_000;

/** Says that something was done. Announced politely, stays until dismissed; visible without JavaScript too. */
export function Notice({ text, close }: { readonly text: string; readonly close: string }) {
  const [said, setSaid] = useState(false);
  const [open, setOpen] = useState(true);
  useEffect(() => {
    const timer = setTimeout(() => setSaid(true), SAID_AFTER_MS);
    return () => clearTimeout(timer);
  }, []);
  if (!open) return null;
  return (
    <Alert data-color="success">
      <div className="flex flex-wrap items-start justify-between gap-x-3">
        <div role="status">
          {/* A live region speaks only of what changes after it has been there: the same words are put in anew. */}
          <p key={String(said)}>{text}</p>
        </div>
        <Button type="button" variant="tertiary" data-size="sm" className="-my-2" onClick={() => setOpen(false)}>
          {close}
        </Button>
      </div>
    </Alert>
  );
}

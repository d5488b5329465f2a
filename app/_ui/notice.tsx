'use client';

import { useEffect, useState } from 'react';
import { Alert, Button } from './ds.ts';

/** Says that something was done. Announced politely, stays until dismissed; visible without JavaScript too. */
export function Notice({ text, close }: { readonly text: string; readonly close: string }) {
  const [announced, setAnnounced] = useState('');
  const [open, setOpen] = useState(true);
  // A live region speaks only of what changes after it has been there.
  useEffect(() => setAnnounced(text), [text]);
  return (
    <>
      <p role="status" className="sr-only">
        {announced}
      </p>
      {open && (
        <Alert data-color="success">
          <div className="flex flex-wrap items-start justify-between gap-x-3">
            <p>{text}</p>
            <Button type="button" variant="tertiary" data-size="sm" className="-my-2" onClick={() => setOpen(false)}>
              {close}
            </Button>
          </div>
        </Alert>
      )}
    </>
  );
}

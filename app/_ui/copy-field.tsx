'use client';

import { useState } from 'react';
import { Button } from './ds.ts';

/** A value to take elsewhere, with a button that copies it; without JavaScript the value can be selected. */
export function CopyField({
  label,
  value,
  copy,
  copied,
  isProse = false,
}: {
  readonly label: string;
  readonly value: string;
  /** The button's name, with what it copies: names are unique on a page. */
  readonly copy: string;
  readonly copied: string;
  /** Words to read, which break between them; anything else is spelled out. */
  readonly isProse?: boolean;
}) {
  const [done, setDone] = useState(false);
  return (
    <div className="flex flex-col gap-1">
      <span className="font-medium">{label}</span>
      <div className="flex flex-wrap items-center gap-2">
        <div className="min-w-0 grow basis-64 rounded-md border border-border-subtle bg-background-default px-3 py-2">
          {isProse ? <p className="break-words">{value}</p> : <code className="break-all">{value}</code>}
        </div>
        <Button
          type="button"
          variant="secondary"
          onClick={async () => {
            await navigator.clipboard.writeText(value);
            setDone(true);
          }}
        >
          {copy}
        </Button>
        <span role="status">{done ? copied : ''}</span>
      </div>
    </div>
  );
}

'use client';

import { Button } from './ds.ts';

/** Opens the browser's print dialog. */
export function PrintButton({ text }: { readonly text: string }) {
  return (
    <Button type="button" variant="tertiary" onClick={() => window.print()}>
      {text}
    </Button>
  );
}

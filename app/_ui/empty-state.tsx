import type { ReactNode } from 'react';

/** What stands where a list has no rows: one sentence, and the one thing that can be done. */
export function EmptyState({ text, children }: { readonly text: string; readonly children?: ReactNode }) {
  return (
    <div className="flex flex-col items-start gap-4 rounded-lg border border-border-subtle bg-background-default p-6">
      <p className="max-w-[42rem]">{text}</p>
      {children}
    </div>
  );
}

import type { ReactNode } from 'react';

/** A white sheet on the grey page: the one container of the portal. */
export function CardBox({ children }: { readonly children: ReactNode }) {
  return (
    <div className="flex flex-col gap-4 rounded-lg border border-border-subtle bg-background-default p-5 sm:p-6">
      {children}
    </div>
  );
}

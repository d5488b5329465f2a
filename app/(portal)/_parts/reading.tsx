import type { ReactNode } from 'react';

/** The main part of a page that asks or tells one thing: lines of at most 75 characters. */
export function Reading({ children }: { readonly children: ReactNode }) {
  return (
    <main id="main" tabIndex={-1} className="mx-auto flex w-full max-w-[45rem] flex-col gap-6 px-4 py-10 sm:px-6">
      {children}
    </main>
  );
}

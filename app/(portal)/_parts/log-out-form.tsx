'use client';

import type { ReactNode } from 'react';
import { logOut } from './account-actions.ts';
import { forgetForms } from './kept-forms/sealed-forms.ts';

/** Logs out by choice, and so forgets what the tab has kept. */
export function LogOutForm({
  className,
  returnTo,
  children,
}: {
  readonly className?: string;
  /** The page to come back to, for somebody who logs in as another. */
  readonly returnTo?: string;
  readonly children: ReactNode;
}) {
  return (
    <form action={logOut} onSubmit={forgetForms} className={className}>
      {returnTo !== undefined && <input type="hidden" name="returnTo" value={returnTo} />}
      {children}
    </form>
  );
}

'use client';

import type { MouseEvent, ReactNode } from 'react';
import { useFormStatus } from 'react-dom';
import { Button } from './ds.ts';

/** Sends its form once: while it is on its way the button keeps its name, says that it is busy and ignores presses. */
export function SubmitButton({
  variant = 'primary',
  color = 'accent',
  name,
  value,
  children,
}: {
  readonly variant?: 'primary' | 'secondary' | 'tertiary';
  readonly color?: 'accent' | 'danger';
  readonly name?: string;
  readonly value?: string;
  readonly children: ReactNode;
}) {
  return (
    <Button type="submit" variant={variant} data-color={color} name={name} value={value} {...useBusy()}>
      {children}
    </Button>
  );
}

/** The same without the look of a button, for a row or a line that can be pressed. */
export function SubmitRow({ className, children }: { readonly className: string; readonly children: ReactNode }) {
  return (
    <button type="submit" className={className} {...useBusy()}>
      {children}
    </button>
  );
}

function useBusy() {
  const { pending } = useFormStatus();
  return {
    'aria-busy': pending || undefined,
    onClick: (event: MouseEvent) => {
      if (pending) event.preventDefault();
    },
  };
}

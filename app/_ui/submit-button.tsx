'use client';

import type { ReactNode } from 'react';
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
  const { pending } = useFormStatus();
  return (
    <Button
      type="submit"
      variant={variant}
      data-color={color}
      name={name}
      value={value}
      aria-busy={pending || undefined}
      onClick={(event) => {
        if (pending) event.preventDefault();
      }}
    >
      {children}
    </Button>
  );
}

'use client';

import { type ReactNode, useEffect, useState } from 'react';
import { useFormStatus } from 'react-dom';
import { Button } from '#app/_ui/ds.ts';

/** How long the page must have had focus before a pointer can press. */
const ARMED_AFTER_MS = 500;

/**
 * Sends its form once, but not by the second half of a double click that began in another window: for half a second
 * after the page got focus it does not take a pointer (C4). Keys always work, and so does everything without JavaScript.
 */
export function ArmedButton({ children }: { readonly children: ReactNode }) {
  const { pending } = useFormStatus();
  const armed = useArmed();
  return (
    <Button
      type="submit"
      data-color="accent"
      className="aria-disabled:opacity-100"
      aria-busy={pending || undefined}
      aria-disabled={armed ? undefined : true}
      onClick={(event) => {
        const byPointer = event.detail > 0;
        if (pending || (byPointer && !armed)) event.preventDefault();
      }}
    >
      {children}
    </Button>
  );
}

function useArmed(): boolean {
  const [armed, setArmed] = useState(true);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const disarm = () => {
      setArmed(false);
      clearTimeout(timer);
      timer = setTimeout(() => setArmed(true), ARMED_AFTER_MS);
    };
    disarm();
    window.addEventListener('focus', disarm);
    return () => {
      window.removeEventListener('focus', disarm);
      clearTimeout(timer);
    };
  }, []);
  return armed;
}

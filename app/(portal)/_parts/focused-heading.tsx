'use client';

import { type ReactNode, useEffect, useRef } from 'react';

/** Takes focus when the page is shown, so that a screen reader says at once what was done. */
export function FocusedHeading({ children }: { readonly children: ReactNode }) {
  const text = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    const heading = text.current?.closest('h1');
    heading?.setAttribute('tabindex', '-1');
    heading?.focus();
  }, []);
  return <span ref={text}>{children}</span>;
}

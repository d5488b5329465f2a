'use client';

import { usePathname } from 'next/navigation';
import { type ReactNode, useEffect, useRef } from 'react';

/** A disclosure that opens without JavaScript and, with it, closes on Escape, on a press outside and on a new page. */
export function MenuDetails({
  label,
  summary,
  children,
}: {
  readonly label: string;
  readonly summary: ReactNode;
  readonly children: ReactNode;
}) {
  const details = useRef<HTMLDetailsElement>(null);
  const path = usePathname();

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new page closes the menu
  useEffect(() => details.current?.removeAttribute('open'), [path]);

  useEffect(() => {
    const close = (event: Event) => {
      const element = details.current;
      if (!element?.open) return;
      const escaped = event instanceof KeyboardEvent && event.key === 'Escape';
      const outside = event.type === 'click' && !element.contains(event.target as Node);
      if (!escaped && !outside) return;
      element.open = false;
      if (escaped) element.querySelector('summary')?.focus();
    };
    document.addEventListener('keydown', close);
    document.addEventListener('click', close);
    return () => {
      document.removeEventListener('keydown', close);
      document.removeEventListener('click', close);
    };
  }, []);

  return (
    <details ref={details} className="group relative ml-auto sm:ml-0">
      <summary className="plain-summary focus-ring flex min-h-11 cursor-pointer items-center gap-2">
        <span className="sr-only">{label}: </span>
        {summary}
        <svg aria-hidden="true" viewBox="0 0 16 16" className="size-4 shrink-0 group-open:rotate-180">
          <path d="m3 6 5 5 5-5" fill="none" stroke="currentColor" strokeWidth="1.5" />
        </svg>
      </summary>
      <div className="absolute right-0 z-20 mt-1 flex w-72 max-w-[calc(100vw-2rem)] flex-col gap-3 rounded-lg border border-border-default bg-background-default p-4 shadow-lg">
        {children}
      </div>
    </details>
  );
}

'use client';

import { type ReactNode, useId, useRef } from 'react';
import { Button, Dialog, Heading } from './ds.ts';

/**
 * Asks once before something that cannot be undone. The trigger is a link to a page with the same question, so that it
 * works without JavaScript; with it, the question opens as a dialog. `children` holds the form that does it.
 */
export function ConfirmDialog({
  trigger,
  fallbackHref,
  variant = 'secondary',
  color = 'danger',
  title,
  close,
  children,
}: {
  readonly trigger: string;
  readonly fallbackHref: string;
  readonly variant?: 'primary' | 'secondary' | 'tertiary';
  readonly color?: 'accent' | 'danger';
  readonly title: string;
  /** The name of the button that closes the dialog without doing anything. */
  readonly close: string;
  readonly children: ReactNode;
}) {
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useId();
  return (
    <>
      <Button asChild variant={variant} data-color={color}>
        <a
          href={fallbackHref}
          onClick={(event) => {
            event.preventDefault();
            dialog.current?.showModal();
            // The question itself is read first, not the button that closes it.
            dialog.current?.focus();
          }}
        >
          {trigger}
        </a>
      </Button>
      <Dialog ref={dialog} aria-labelledby={heading} closedby="closerequest" closeButton={close}>
        {/* The button that closes floats: what stands below it has the whole width. */}
        <Heading level={2} data-size="xs" id={heading} className="pb-3">
          {title}
        </Heading>
        <div className="clear-both flex flex-col gap-4 pt-1">{children}</div>
      </Dialog>
    </>
  );
}

'use client';

import { type ReactNode, useRef } from 'react';
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
  return (
    <>
      <Button asChild variant={variant} data-color={color}>
        <a
          href={fallbackHref}
          onClick={(event) => {
            event.preventDefault();
            dialog.current?.showModal();
          }}
        >
          {trigger}
        </a>
      </Button>
      <Dialog ref={dialog} closedby="closerequest" closeButton={close}>
        <div className="flex flex-col gap-4">
          <Heading level={2} data-size="xs">
            {title}
          </Heading>
          {children}
        </div>
      </Dialog>
    </>
  );
}

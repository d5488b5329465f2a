import type { ReactNode } from 'react';
import { Heading } from '#app/_ui/ds.ts';

/** The one `h1` of a page, with a line above or below and what can be done beside it. */
export function PageHeading({
  title,
  above,
  lead,
  size = 'lg',
  children,
}: {
  readonly title: ReactNode;
  readonly above?: ReactNode;
  readonly lead?: ReactNode;
  /** `lg` where people decide, `md` on workbenches. */
  readonly size?: 'lg' | 'md';
  readonly children?: ReactNode;
}) {
  return (
    <div className="flex flex-wrap items-end justify-between gap-4">
      <div className="flex min-w-0 flex-col gap-2">
        {above && <div className="text-text-subtle">{above}</div>}
        <Heading level={1} data-size={size}>
          {title}
        </Heading>
        {lead && <p className="max-w-[42rem] text-text-subtle">{lead}</p>}
      </div>
      {children}
    </div>
  );
}

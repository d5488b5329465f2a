import type { ReactNode } from 'react';

export type TimelineItem = {
  readonly id: string;
  readonly title: string;
  readonly detail?: ReactNode;
  readonly at?: ReactNode;
  readonly state: 'done' | 'current' | 'ahead';
  /** The state in words, for those who cannot see the dot. */
  readonly stateLabel: string;
};

const DOTS = {
  done: 'border-accent-base-default bg-accent-base-default',
  current: 'border-accent-base-default bg-background-default',
  ahead: 'border-border-default bg-background-default',
} as const;

/** What has happened and what comes next, in order. */
export function Timeline({ items }: { readonly items: readonly TimelineItem[] }) {
  return (
    <ol className="flex flex-col">
      {items.map((item, index) => (
        <li
          key={item.id}
          aria-current={item.state === 'current' ? 'step' : undefined}
          className="relative flex gap-3 pb-5 last:pb-0"
        >
          {index < items.length - 1 && (
            <span aria-hidden="true" className="absolute top-5 bottom-0 left-2 border-l border-border-default" />
          )}
          <span aria-hidden="true" className={`mt-1 size-4 shrink-0 rounded-full border-2 ${DOTS[item.state]}`} />
          <div className="flex min-w-0 flex-1 flex-wrap justify-between gap-x-4">
            <div className="min-w-0">
              <p className="font-medium">
                <span className="sr-only">{item.stateLabel}: </span>
                {item.title}
              </p>
              {item.detail && <div className="text-sm text-text-subtle">{item.detail}</div>}
            </div>
            {item.at && <div className="tnum text-sm text-text-subtle">{item.at}</div>}
          </div>
        </li>
      ))}
    </ol>
  );
}

import type { ReactNode } from 'react';

export type Description = { readonly term: string; readonly description: ReactNode };

/** Names and values side by side; below each other on a narrow screen. */
export function DescriptionList({ items }: { readonly items: readonly Description[] }) {
  return (
    <dl className="flex flex-col">
      {items.map(({ term, description }) => (
        <div
          key={term}
          className="grid gap-x-6 border-b border-border-subtle py-3 last:border-b-0 sm:grid-cols-[14rem_1fr]"
        >
          <dt className="text-text-subtle">{term}</dt>
          <dd className="min-w-0 break-words">{description}</dd>
        </div>
      ))}
    </dl>
  );
}

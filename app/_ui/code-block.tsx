/** Code or JSON; the region takes focus, so that the keyboard can scroll it, and has a name. */
export function CodeBlock({ label, code }: { readonly label: string; readonly code: string }) {
  return (
    <section
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard (WCAG 2.1.1)
      tabIndex={0}
      className="focus-ring max-w-full overflow-x-auto rounded-md border border-border-subtle bg-surface-default p-4"
    >
      <pre className="text-sm">
        <code>{code}</code>
      </pre>
    </section>
  );
}

/** Where in a wizard the reader is: the words say it, the bars show it. */
export function StepIndicator({
  text,
  current,
  total,
}: {
  /** `Steg 1 av 3`. */
  readonly text: string;
  readonly current: number;
  readonly total: number;
}) {
  const steps = Array.from({ length: total }, (_, index) => index + 1);
  return (
    <div className="flex flex-col gap-2 text-text-subtle">
      <p>{text}</p>
      <div aria-hidden="true" className="flex max-w-60 gap-1">
        {steps.map((step) => (
          <span
            key={step}
            className={`h-1 flex-1 rounded-full ${step <= current ? 'bg-accent-base-default' : 'bg-border-subtle'}`}
          />
        ))}
      </div>
    </div>
  );
}

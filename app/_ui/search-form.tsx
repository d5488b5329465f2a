import type { ReactNode } from 'react';
import { Button, Field, Input, Label } from './ds.ts';

/** A search by a plain GET form: the words stand in the address, and it works without JavaScript. */
export function SearchForm({
  label,
  button,
  query,
  hidden = {},
  children,
}: {
  readonly label: string;
  readonly button: string;
  readonly query: string;
  /** What else the address must keep. */
  readonly hidden?: Readonly<Record<string, string | readonly string[]>>;
  /** What else may be chosen, beside the words. */
  readonly children?: ReactNode;
}) {
  return (
    <search>
      <form method="get" className="flex flex-wrap items-end gap-3">
        {Object.entries(hidden).map(([name, values]) =>
          [values].flat().map((value) => <input key={`${name} ${value}`} type="hidden" name={name} value={value} />),
        )}
        <Field className="w-full max-w-[24rem]">
          <Label>{label}</Label>
          <Input type="search" name="q" defaultValue={query} autoComplete="off" maxLength={100} />
        </Field>
        {children}
        <Button type="submit" variant="secondary">
          {button}
        </Button>
      </form>
    </search>
  );
}

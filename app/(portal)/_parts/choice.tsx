import { Field, Label, Select, SelectOption } from '#app/_ui/ds.ts';

/** One of several things in a form that narrows a list. */
export function Choice({
  name,
  label,
  chosen,
  options,
}: {
  readonly name: string;
  readonly label: string;
  readonly chosen: string;
  /** What the address says, '' for all, and the words for it. */
  readonly options: readonly (readonly [value: string, text: string])[];
}) {
  return (
    <Field className="w-full max-w-[20rem]">
      <Label htmlFor={name}>{label}</Label>
      <Select id={name} name={name} defaultValue={chosen}>
        {options.map(([value, text]) => (
          <SelectOption key={value} value={value}>
            {text}
          </SelectOption>
        ))}
      </Select>
    </Field>
  );
}

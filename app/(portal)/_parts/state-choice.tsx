import { Field, Label, Select, SelectOption } from '#app/_ui/ds.ts';
import { HANDLED_STATES, type HandledState } from '#lib/requests/overview/in-state.ts';

/** Reads `?state=`, what became of the requests that are to be shown; `undefined` for all. */
export function readState(given: string | string[] | undefined): HandledState | undefined {
  return HANDLED_STATES.find((state) => state === given);
}

/** Narrows a list of requests to those of which one thing became. */
export function StateChoice({
  chosen,
  label,
  all,
  states,
}: {
  readonly chosen: HandledState | undefined;
  readonly label: string;
  readonly all: string;
  readonly states: Readonly<Record<HandledState, string>>;
}) {
  return (
    <Field>
      <Label htmlFor="state">{label}</Label>
      <Select id="state" name="state" defaultValue={chosen ?? ''}>
        <SelectOption value="">{all}</SelectOption>
        {HANDLED_STATES.map((state) => (
          <SelectOption key={state} value={state}>
            {states[state]}
          </SelectOption>
        ))}
      </Select>
    </Field>
  );
}

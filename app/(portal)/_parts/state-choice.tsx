import { HANDLED_STATES, type HandledState } from '#lib/requests/overview/in-state.ts';
import { Choice } from './choice.tsx';

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
  const options = HANDLED_STATES.map((state) => [state, states[state]] as const);
  return <Choice name="state" label={label} chosen={chosen ?? ''} options={[['', all], ...options]} />;
}

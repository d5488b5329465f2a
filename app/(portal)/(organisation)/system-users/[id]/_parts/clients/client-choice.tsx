import type { ReactNode } from 'react';
import { Checkbox, Fieldset, FieldsetLegend } from '#app/_ui/ds.ts';
import type { OwnSystemUserView } from '#lib/requests/overview/read-own-system-user.ts';
import { AgentKeyFields } from './agent-key.tsx';

/** A form in which clients are chosen; its children say what is done with them. */
export function ClientChoice({
  view,
  action,
  legend,
  options,
  children,
}: {
  readonly view: OwnSystemUserView;
  readonly action: (form: FormData) => Promise<void>;
  readonly legend: string;
  readonly options: readonly { readonly uuid: string; readonly name: string; readonly description: ReactNode }[];
  readonly children: ReactNode;
}) {
  return (
    <form action={action} className="flex flex-col items-start gap-4">
      <AgentKeyFields view={view} />
      <Fieldset>
        <FieldsetLegend className="sr-only">{legend}</FieldsetLegend>
        {options.map(({ uuid, name, description }) => (
          <Checkbox key={uuid} name="client" value={uuid} label={name} description={description} />
        ))}
      </Fieldset>
      {children}
    </form>
  );
}

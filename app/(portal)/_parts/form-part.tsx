'use client';

import type { ReactNode } from 'react';
import {
  Checkbox,
  Fieldset,
  FieldsetDescription,
  FieldsetLegend,
  Input,
  Label,
  Radio,
  Select,
  SelectOption,
  Textfield,
  ValidationMessage,
} from '#app/_ui/ds.ts';
import type { FormError } from '#app/_ui/form-errors.tsx';
import { type ChoiceGroup, ChoiceList, type ChoiceListTexts } from './choice-list.tsx';
import type { FormState } from './form-state.ts';

type Option = { readonly value: string; readonly text: string; readonly description?: string };
type Described = { readonly name: string; readonly description?: string };

/** One field of a form, or a group of them, as data. */
export type FormPart =
  | { readonly kind: 'hidden'; readonly name: string; readonly value: string }
  | (Described & {
      readonly kind: 'text';
      readonly label: string;
      readonly value?: string | undefined;
      /** More than one makes an area to write in. */
      readonly rows?: number;
      readonly numeric?: boolean;
      readonly maxLength?: number;
      readonly readOnly?: boolean;
      readonly lang?: string;
    })
  | (Described & {
      readonly kind: 'select';
      readonly label: string;
      readonly options: readonly Option[];
      readonly value?: string | undefined;
    })
  | (Described & { readonly kind: 'check'; readonly label: string; readonly checked: boolean })
  | (Described & {
      readonly kind: 'checks' | 'radios';
      readonly legend: string;
      readonly options: readonly Option[];
      readonly values: readonly string[];
    })
  | {
      readonly kind: 'list';
      readonly name: string;
      readonly groups: readonly ChoiceGroup[];
      readonly values: readonly string[];
      readonly texts: ChoiceListTexts;
    }
  | (Described & { readonly kind: 'file'; readonly label: string; readonly accept: string })
  | {
      readonly kind: 'group';
      readonly legend: string;
      readonly description?: string;
      readonly parts: readonly FormPart[];
    };

type ViewProps<Part> = {
  readonly part: Part;
  /** What had been filled in when the form was refused. */
  readonly filled: FormState['values'] | undefined;
  readonly errors: readonly FormError[];
  readonly idPrefix: string;
};

type PartOf<Kind> = Extract<FormPart, { readonly kind: Kind }>;

/** Shows one part of a form, with what had been filled in and what is wrong with it. */
export function FormPartView({ part, ...rest }: ViewProps<FormPart>) {
  switch (part.kind) {
    case 'hidden':
      return <input type="hidden" name={part.name} value={part.value} />;
    case 'text':
      return <TextPart part={part} {...rest} />;
    case 'select':
      return <SelectPart part={part} {...rest} />;
    case 'check':
      return (
        <Checkbox
          id={`${rest.idPrefix}${part.name}`}
          name={part.name}
          label={part.label}
          description={part.description}
          error={errorAt(rest.errors, `${rest.idPrefix}${part.name}`)}
          defaultChecked={rest.filled ? rest.filled[part.name] !== undefined : part.checked}
        />
      );
    case 'checks':
    case 'radios':
      return <ChoicesPart part={part} {...rest} />;
    case 'list':
      return (
        <ChoiceList
          name={part.name}
          groups={part.groups}
          initial={rest.filled ? (rest.filled[part.name] ?? []) : part.values}
          texts={part.texts}
        />
      );
    case 'file':
      return <FilePart part={part} {...rest} />;
    case 'group':
      return <GroupPart part={part} {...rest} />;
  }
}

function TextPart({ part, filled, errors, idPrefix }: ViewProps<PartOf<'text'>>) {
  const id = `${idPrefix}${part.name}`;
  const shared = {
    id,
    name: part.name,
    label: part.label,
    description: part.description,
    error: errorAt(errors, id),
    defaultValue: filled?.[part.name]?.[0] ?? part.value ?? '',
    maxLength: part.maxLength,
    readOnly: part.readOnly,
    lang: part.lang,
    autoComplete: 'off',
    className: 'w-full max-w-[36rem]',
  };
  if (part.rows !== undefined) return <Textfield {...shared} multiline rows={part.rows} />;
  return <Textfield {...shared} {...(part.numeric ? { inputMode: 'numeric' as const } : {})} />;
}

function SelectPart({ part, filled, errors, idPrefix }: ViewProps<PartOf<'select'>>) {
  const id = `${idPrefix}${part.name}`;
  const error = errorAt(errors, id);
  return (
    <LabelledPart id={id} part={part} error={error}>
      <Select
        id={id}
        name={part.name}
        defaultValue={filled?.[part.name]?.[0] ?? part.value}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy(id, error, part.description)}
      >
        {part.options.map(({ value, text }) => (
          <SelectOption key={value} value={value}>
            {text}
          </SelectOption>
        ))}
      </Select>
    </LabelledPart>
  );
}

function ChoicesPart({ part, filled, errors, idPrefix }: ViewProps<PartOf<'checks' | 'radios'>>) {
  const id = `${idPrefix}${part.name}`;
  const error = errorAt(errors, id);
  const chosen = filled ? (filled[part.name] ?? []) : part.values;
  const Choice = part.kind === 'checks' ? Checkbox : Radio;
  return (
    <Fieldset aria-describedby={describedBy(id, undefined, part.description)}>
      <FieldsetLegend>{part.legend}</FieldsetLegend>
      {part.description && <FieldsetDescription id={`${id}-description`}>{part.description}</FieldsetDescription>}
      {part.options.map(({ value, text, description }, index) => (
        <Choice
          key={value}
          id={index === 0 ? id : `${id}-${value}`}
          name={part.name}
          value={value}
          label={text}
          description={description}
          defaultChecked={chosen.includes(value)}
          aria-describedby={error ? `${id}-error` : undefined}
        />
      ))}
      {error && <ValidationMessage id={`${id}-error`}>{error}</ValidationMessage>}
    </Fieldset>
  );
}

function FilePart({ part, errors, idPrefix }: ViewProps<PartOf<'file'>>) {
  const id = `${idPrefix}${part.name}`;
  const error = errorAt(errors, id);
  return (
    <LabelledPart id={id} part={part} error={error}>
      <Input
        id={id}
        name={part.name}
        type="file"
        accept={part.accept}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy(id, error, part.description)}
      />
    </LabelledPart>
  );
}

/** A control under its label, with its description above and what is wrong with it below. */
function LabelledPart({
  id,
  part,
  error,
  children,
}: {
  readonly id: string;
  readonly part: { readonly label: string; readonly description?: string };
  readonly error: string | undefined;
  readonly children: ReactNode;
}) {
  return (
    <div className="ds-field w-full max-w-[36rem]">
      <Label htmlFor={id}>{part.label}</Label>
      {part.description && (
        <div data-field="description" id={`${id}-description`}>
          {part.description}
        </div>
      )}
      {children}
      {error && <ValidationMessage id={`${id}-error`}>{error}</ValidationMessage>}
    </div>
  );
}

function GroupPart({ part, ...rest }: ViewProps<PartOf<'group'>>) {
  const inner = part.parts.map((each) => (
    <FormPartView key={each.kind === 'group' ? each.legend : `${each.kind}-${each.name}`} part={each} {...rest} />
  ));
  return (
    // Designsystemet writes attributes on every fieldset before React has taken the page over.
    <fieldset
      suppressHydrationWarning
      className="flex flex-col gap-4 rounded-lg border border-border-subtle bg-background-default p-4 sm:p-5"
    >
      <legend className="float-left mb-1 w-full text-lg font-medium">{part.legend}</legend>
      {part.description && <p className="clear-both max-w-[42rem] text-text-subtle">{part.description}</p>}
      <div className="clear-both flex flex-col gap-4">{inner}</div>
    </fieldset>
  );
}

function errorAt(errors: readonly FormError[], id: string): string | undefined {
  return errors.find(({ fieldId }) => fieldId === id)?.text;
}

function describedBy(id: string, error: string | undefined, description: string | undefined): string | undefined {
  const ids = [error && `${id}-error`, description && `${id}-description`].filter(Boolean);
  return ids.length > 0 ? ids.join(' ') : undefined;
}

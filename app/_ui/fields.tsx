'use client';

import { Input, Label, Textarea, ValidationMessage } from '@digdir/designsystemet-react';
import { type ComponentProps, type ReactNode, useId } from 'react';

/*
 * Designsystemet ties labels, descriptions and errors to their fields by script. These look the same and are tied
 * together in the markup, so that a form can be read and filled in before any script has run.
 */

type Shared = {
  readonly label: ReactNode;
  readonly description?: ReactNode;
  readonly error?: ReactNode;
};

type TextfieldProps = Shared &
  (
    | ({ readonly multiline?: false } & Omit<ComponentProps<typeof Input>, 'style'>)
    | ({ readonly multiline: true } & Omit<ComponentProps<typeof Textarea>, 'style'>)
  );

/** A line or, with `multiline`, an area to write in. */
export function Textfield({ label, description, error, className = '', ...rest }: TextfieldProps) {
  const made = useId();
  const id = rest.id ?? made;
  const named = described(id, description, error, rest['aria-describedby']);
  return (
    <div className={`ds-field ${className}`}>
      <Label htmlFor={id}>{label}</Label>
      {description && <Description id={id}>{description}</Description>}
      {rest.multiline === true ? (
        <Textarea {...without(rest)} {...named} id={id} />
      ) : (
        <Input {...without(rest)} {...named} id={id} />
      )}
      {error && <Problem id={id}>{error}</Problem>}
    </div>
  );
}

type ChoiceProps = Shared & Omit<ComponentProps<typeof Input>, 'style' | 'type'>;

/** One of several things that may be chosen together. */
export function Checkbox(props: ChoiceProps) {
  return <Choice type="checkbox" {...props} />;
}

/** One of several things of which one may be chosen; stands in a `Fieldset`. */
export function Radio(props: ChoiceProps) {
  return <Choice type="radio" {...props} />;
}

function Choice({
  type,
  label,
  description,
  error,
  className = '',
  ...rest
}: ChoiceProps & { readonly type: 'checkbox' | 'radio' }) {
  const made = useId();
  const id = rest.id ?? made;
  return (
    <div className={`ds-field ${className}`}>
      <Input {...rest} {...described(id, description, error, rest['aria-describedby'])} id={id} type={type} />
      <Label htmlFor={id} weight="regular">
        {label}
      </Label>
      {description && <Description id={id}>{description}</Description>}
      {error && <Problem id={id}>{error}</Problem>}
    </div>
  );
}

function Description({ id, children }: { readonly id: string; readonly children: ReactNode }) {
  return (
    <div data-field="description" id={`${id}-description`}>
      {children}
    </div>
  );
}

function Problem({ id, children }: { readonly id: string; readonly children: ReactNode }) {
  return <ValidationMessage id={`${id}-error`}>{children}</ValidationMessage>;
}

function described(id: string, description: ReactNode, error: ReactNode, more: string | undefined) {
  const ids = [error && `${id}-error`, description && `${id}-description`, more].filter(Boolean);
  return {
    'aria-describedby': ids.length > 0 ? ids.join(' ') : undefined,
    'aria-invalid': error ? (true as const) : undefined,
  };
}

function without<Props extends { readonly multiline?: boolean }>({
  multiline: _,
  ...rest
}: Props): Omit<Props, 'multiline'> {
  return rest;
}

'use client';

import { useEffect, useId, useState } from 'react';
import { Checkbox, Fieldset, FieldsetDescription, FieldsetLegend, Textfield, ValidationMessage } from '#app/_ui/ds.ts';

export type Choice = {
  readonly value: string;
  readonly label: string;
  readonly detail: string;
  readonly warnings: readonly string[];
};
export type ChoiceListTexts = {
  readonly legend: string;
  readonly hint: string;
  readonly filter: string;
  readonly nothingFound: string;
};

/** Lists shorter than this are read, not searched. */
const SEARCH_FROM = 8;

/**
 * Things to tick off, in groups. All of them are in the page, so the form works before any script has run; with one,
 * a field narrows what is shown, and what is chosen always stays in sight.
 */
export function ChoiceList({
  name,
  groups,
  initial,
  error,
  texts,
}: {
  readonly name: string;
  readonly groups: readonly { readonly heading: string; readonly choices: readonly Choice[] }[];
  readonly initial: readonly string[];
  readonly error?: string | undefined;
  readonly texts: ChoiceListTexts;
}) {
  const [ready, setReady] = useState(false);
  const [wanted, setWanted] = useState('');
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set(initial));
  const errorId = useId();
  useEffect(() => setReady(true), []);
  const total = groups.reduce((sum, { choices }) => sum + choices.length, 0);
  const isSearched = ready && total >= SEARCH_FROM;
  const isShown = ({ value, label, detail }: Choice) =>
    !isSearched ||
    chosen.has(value) ||
    `${label} ${detail} ${value}`.toLowerCase().includes(wanted.trim().toLowerCase());
  const toggle = (value: string, on: boolean) =>
    setChosen((before) => new Set(on ? [...before, value] : [...before].filter((each) => each !== value)));
  const any = groups.some(({ choices }) => choices.some(isShown));
  return (
    <Fieldset id={name} tabIndex={-1} aria-describedby={error === undefined ? undefined : errorId}>
      <FieldsetLegend>{texts.legend}</FieldsetLegend>
      <FieldsetDescription>{texts.hint}</FieldsetDescription>
      {isSearched && (
        <Textfield
          label={texts.filter}
          type="search"
          value={wanted}
          onChange={(event) => setWanted(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter') event.preventDefault();
          }}
          autoComplete="off"
          className="max-w-[28rem]"
        />
      )}
      <div
        className={
          total >= SEARCH_FROM ? 'max-h-[26rem] overflow-y-auto rounded-md border border-border-subtle p-4' : ''
        }
        {...(total >= SEARCH_FROM ? { role: 'group', 'aria-label': texts.legend, tabIndex: 0 } : {})}
      >
        {groups.map(({ heading, choices }) => (
          <div key={heading} hidden={!choices.some(isShown)} className="mb-4 flex flex-col gap-3 last:mb-0">
            {heading !== '' && <p className="font-medium">{heading}</p>}
            {choices.map((choice) => (
              <div key={choice.value} hidden={!isShown(choice)}>
                <Checkbox
                  name={name}
                  value={choice.value}
                  label={choice.label}
                  description={<Detail choice={choice} />}
                  defaultChecked={initial.includes(choice.value)}
                  onChange={(event) => toggle(choice.value, event.target.checked)}
                />
              </div>
            ))}
          </div>
        ))}
        {!any && <p role="status">{texts.nothingFound}</p>}
      </div>
      {error !== undefined && <ValidationMessage id={errorId}>{error}</ValidationMessage>}
    </Fieldset>
  );
}

function Detail({ choice }: { readonly choice: Choice }) {
  return (
    <>
      <span className="wrap-anywhere">{choice.detail}</span>
      {choice.warnings.map((warning) => (
        <span key={warning} className="block font-medium text-text-default">
          {warning}
        </span>
      ))}
    </>
  );
}

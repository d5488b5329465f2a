'use client';

import { type ReactNode, useEffect, useId, useState } from 'react';
import {
  Checkbox,
  Fieldset,
  FieldsetDescription,
  FieldsetLegend,
  Tag,
  Textfield,
  ValidationMessage,
} from '#app/_ui/ds.ts';

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
  /** Stands before the number of what a search finds. */
  readonly found: string;
  readonly nothingFound: string;
  /** Stands in the place of a list that is empty; `nothingFound` does unless said. */
  readonly none?: string;
  /** Stands before the number of what is chosen in a group. */
  readonly chosen: string;
  /** Names the groups that lie folded together, before their number. */
  readonly folded: string;
};

export type ChoiceGroup = { readonly heading: string; readonly choices: readonly Choice[] };

/** Lists shorter than this are read, not searched. */
const SEARCH_FROM = 8;
/** With more groups than this, those without anything chosen lie in one fold together. */
const GROUPS_MAX = 6;

/**
 * Things to tick off, in groups that fold when there are many. All of them are in the page, so the form works before any
 * script has run; with one, a field narrows what is shown, and what is chosen always stays in sight.
 */
export function ChoiceList({
  name,
  groups,
  initial,
  error,
  texts,
}: {
  readonly name: string;
  readonly groups: readonly ChoiceGroup[];
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
  const isLong = total >= SEARCH_FROM;
  const words = wanted.trim().toLowerCase();
  const isFound = ({ label, detail, value }: Choice) => `${label} ${detail} ${value}`.toLowerCase().includes(words);
  const found = groups.reduce((sum, { choices }) => sum + choices.filter(isFound).length, 0);
  const isShown = (choice: Choice) => chosen.has(choice.value) || isFound(choice);
  const toggle = (value: string, on: boolean) =>
    setChosen((before) => new Set(on ? [...before, value] : [...before].filter((each) => each !== value)));
  const isNear = ({ choices }: ChoiceGroup) => choices.some(({ value }) => initial.includes(value));
  const [near, far] =
    groups.length > GROUPS_MAX ? [groups.filter(isNear), groups.filter((each) => !isNear(each))] : [groups, []];
  const show = (group: ChoiceGroup) => (
    <Group
      key={group.heading}
      group={group}
      chosen={chosen}
      folds={isLong}
      isSearched={words !== ''}
      isShown={isShown}
      texts={texts}
    >
      {group.choices.map((choice) => (
        <div key={choice.value} hidden={!isShown(choice)}>
          <Checkbox
            name={name}
            value={choice.value}
            label={choice.label}
            description={(choice.detail || choice.warnings.length > 0) && <Detail choice={choice} />}
            defaultChecked={initial.includes(choice.value)}
            onChange={(event) => toggle(choice.value, event.target.checked)}
          />
        </div>
      ))}
    </Group>
  );
  return (
    <Fieldset id={name} tabIndex={-1} aria-describedby={error === undefined ? undefined : errorId}>
      <FieldsetLegend>{texts.legend}</FieldsetLegend>
      <FieldsetDescription>{texts.hint}</FieldsetDescription>
      {ready && isLong && (
        <>
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
          <p role="status" className="text-text-subtle">
            {words !== '' && (found === 0 ? texts.nothingFound : `${texts.found}: ${found}`)}
          </p>
        </>
      )}
      <div className="flex flex-col gap-3">
        {near.map(show)}
        {far.length > 0 && (
          <Fold
            hasChosen={far.some(({ choices }) => choices.some(({ value }) => chosen.has(value)))}
            isSearched={words !== ''}
            hidden={!far.some(({ choices }) => choices.some(isShown))}
            summary={`${texts.folded} (${far.length})`}
          >
            {far.map(show)}
          </Fold>
        )}
        {total === 0 && <p>{texts.none ?? texts.nothingFound}</p>}
      </div>
      {error !== undefined && <ValidationMessage id={errorId}>{error}</ValidationMessage>}
    </Fieldset>
  );
}

/** One group; a long list's groups are closed but for those with something chosen, and those that a search finds. */
function Group({
  group: { heading, choices },
  chosen,
  folds,
  isSearched,
  isShown,
  texts,
  children,
}: {
  readonly group: ChoiceGroup;
  readonly chosen: ReadonlySet<string>;
  readonly folds: boolean;
  readonly isSearched: boolean;
  readonly isShown: (choice: Choice) => boolean;
  readonly texts: ChoiceListTexts;
  readonly children: ReactNode;
}) {
  const count = choices.filter(({ value }) => chosen.has(value)).length;
  const hidden = !choices.some(isShown);
  if (heading === '' || !folds) {
    return (
      <div hidden={hidden} className="flex flex-col gap-3">
        {heading !== '' && <p className="font-medium">{heading}</p>}
        {children}
      </div>
    );
  }
  const summary = (
    <>
      {heading} ({choices.length}){' '}
      {count > 0 && (
        <Tag data-color="info">
          {texts.chosen}: {count}
        </Tag>
      )}
    </>
  );
  return (
    <Fold hasChosen={count > 0} isSearched={isSearched} hidden={hidden} summary={summary}>
      {children}
    </Fold>
  );
}

/** Opens by itself for what is chosen and while something is searched for; else as the reader left it. */
function Fold({
  hasChosen,
  isSearched,
  hidden,
  summary,
  children,
}: {
  readonly hasChosen: boolean;
  readonly isSearched: boolean;
  readonly hidden: boolean;
  readonly summary: ReactNode;
  readonly children: ReactNode;
}) {
  const [isOpen, setOpen] = useState(hasChosen);
  useEffect(() => {
    if (hasChosen) setOpen(true);
  }, [hasChosen]);
  return (
    <details
      hidden={hidden}
      open={isSearched || isOpen}
      onToggle={(event) => {
        if (!isSearched && event.target === event.currentTarget) setOpen(event.currentTarget.open);
      }}
      className="rounded-md border border-border-subtle p-3"
    >
      <summary className="focus-ring cursor-pointer rounded-sm font-medium">{summary}</summary>
      <div className="flex flex-col gap-3 pt-4">{children}</div>
    </details>
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

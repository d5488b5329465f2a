import type { KeptForms } from './sealed-forms.ts';

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** A form whose fields outlive the session says so with a name of its own on the page; no other is ever kept. */
const KEPT = 'form[data-kept]';
const NEVER_KEPT = new Set(['hidden', 'password', 'file', 'submit', 'button', 'image', 'reset']);

/** The form around a field, if it is one of those that are kept. */
export function keptFormAround(field: EventTarget | null): HTMLFormElement | undefined {
  return (field instanceof Element && field.closest<HTMLFormElement>(KEPT)) || undefined;
}

/** Reads what stands in the fields of the page's forms. @param isWanted which of the forms that may be kept */
export function readForms(isWanted: (form: HTMLFormElement) => boolean): KeptForms {
  const forms = [...document.querySelectorAll<HTMLFormElement>(KEPT)].filter(isWanted);
  return {
    path: currentPath(),
    forms: forms.map((form) => ({ name: nameOf(form), actingFor: actingFor(form), values: readValues(form) })),
  };
}

/**
 * Fills the page's forms with what stood in them, when it is the same page and they act for the same organisation.
 * @returns the first form that was filled
 */
export function fillForms({ path, forms }: KeptForms): HTMLFormElement | undefined {
  if (path !== currentPath()) return undefined;
  const filled = [...document.querySelectorAll<HTMLFormElement>(KEPT)].filter((form) => {
    const kept = forms.find(({ name }) => name === nameOf(form));
    if (!kept || kept.actingFor !== actingFor(form)) return false;
    fillValues(form, kept.values);
    return true;
  });
  return filled[0];
}

function readValues(form: HTMLFormElement): Readonly<Record<string, readonly string[]>> {
  const chosen = controlsOf(form).filter((control) => !isChoice(control) || control.checked);
  const byName = Map.groupBy(chosen, ({ name }) => name);
  return Object.fromEntries([...byName].map(([name, controls]) => [name, controls.map(({ value }) => value)]));
}

function fillValues(form: HTMLFormElement, values: Readonly<Record<string, readonly string[]>>): void {
  const left = new Map(Object.entries(values).map(([name, texts]) => [name, [...texts]]));
  reveal(form);
  for (const control of controlsOf(form)) {
    const own = left.get(control.name) ?? [];
    if (isChoice(control)) {
      if (control.checked === own.includes(control.value)) continue;
      control.click();
    } else {
      const value = own.shift();
      if (value === undefined || value === control.value) continue;
      control.value = value;
      control.dispatchEvent(new Event('input', { bubbles: true }));
    }
    reveal(control);
  }
}

/** Opens what lies folded around an element. */
function reveal(element: Element): void {
  const dialog = element.closest('dialog');
  if (dialog && !dialog.open) dialog.showModal();
  for (let fold = element.closest('details'); fold; fold = fold.parentElement?.closest('details') ?? null)
    fold.open = true;
}

function controlsOf(form: HTMLFormElement): readonly Control[] {
  return [...form.elements].filter(
    (element): element is Control =>
      (element instanceof HTMLInputElement ||
        element instanceof HTMLTextAreaElement ||
        element instanceof HTMLSelectElement) &&
      element.name !== '' &&
      !NEVER_KEPT.has(element.type),
  );
}

function isChoice(control: Control): control is HTMLInputElement {
  return control.type === 'checkbox' || control.type === 'radio';
}

function nameOf(form: HTMLFormElement): string {
  return form.dataset.kept ?? '';
}

function actingFor(form: HTMLFormElement): string | undefined {
  return form.querySelector<HTMLInputElement>('input[name=actingFor]')?.value;
}

function currentPath(): string {
  return `${window.location.pathname}${window.location.search}`;
}

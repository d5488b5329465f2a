import type { Page } from '@playwright/test';

/**
 * Where the page as it stands breaks the rules about names, states and messages that can be seen in its markup; each line
 * begins with the rule.
 * @see ui.md §4.3
 */
export function breachesOf(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const all = <Found extends Element = HTMLElement>(selector: string) => [
      ...document.querySelectorAll<Found>(selector),
    ];
    const shown = (element: HTMLElement) => element.checkVisibility();
    const textOf = (element: HTMLElement) => element.innerText.replace(/\s+/g, ' ').trim();
    const start = (element: Element) => (element.textContent ?? '').trim().slice(0, 60);
    const letters = (text: string) =>
      text
        .toLowerCase()
        .replace(/[^\p{L}\p{N}]+/gu, ' ')
        .trim();
    const breaches: string[] = [];
    const hold = (rule: string, offenders: readonly Element[]) => {
      for (const offender of offenders)
        breaches.push(`${rule}: ${start(offender) || offender.outerHTML.slice(0, 120)}`);
    };

    const named = all('button')
      .filter(shown)
      .map((button) => button.ariaLabel ?? textOf(button));
    const namesakes = named.filter((name, index) => named.indexOf(name) !== index);
    breaches.push(...namesakes.map((name) => `N1 several buttons have the name ${name}`));

    hold(
      'N1 a region that is named by its own heading is heard twice',
      all('section[aria-labelledby]:not([tabindex])').filter((section) =>
        section.querySelector(`:is(h1, h2, h3)[id="${section.getAttribute('aria-labelledby')}"]`),
      ),
    );
    hold('N1 the dialog has no name', all('dialog:not([aria-labelledby], [aria-label])'));

    const relabelled = all('a, button, summary, input, select, textarea').filter((control) => {
      const ids = control.getAttribute('aria-labelledby')?.split(' ') ?? [];
      const name = ids.map((id) => document.getElementById(id)?.innerText ?? '').join(' ') || control.ariaLabel;
      const labels = 'labels' in control ? [...((control.labels as NodeListOf<HTMLElement> | null) ?? [])] : [];
      const visible = labels.length > 0 ? labels.map(textOf).join(' ') : control.innerText;
      return name && !letters(name).includes(letters(visible));
    });
    hold('N2 the name leaves out what stands there', relabelled);

    hold(
      'N5 the table has no caption',
      all<HTMLTableElement>('table').filter((table) => !table.caption?.textContent?.trim()),
    );
    hold('N5 the column has no scope', all('thead th:not([scope="col"])'));
    hold('N5 the head of a column is no th', all('thead td'));
    hold('N5 the sortable column does not say how it is sorted', all('th:not([aria-sort]):has(a[href*="sort="])'));
    hold('N5 the table is empty', all('table:not(:has(tbody > tr))'));

    hold('N6 the current step is no part of an ordered list', all('[aria-current="step"]:not(ol > li)'));
    const here = all<HTMLAnchorElement>('nav a[href]:not([hreflang])')
      .filter(({ href }) => href === location.href)
      .filter(({ ariaCurrent }) => ariaCurrent !== 'page');
    hold('N6 the menu does not say that this is the page', here);

    const number = /organisasjonsnummer|fødselsnummer|organisation number|identity number|org\.\s?n[ro]/i;
    hold(
      'N7 the field for a number has no numeric keyboard, or fills itself in',
      all<HTMLInputElement>('input:not([type="hidden"])').filter(
        ({ labels, inputMode, autocomplete }) =>
          [...(labels ?? [])].some((label) => number.test(label.innerText)) &&
          (inputMode !== 'numeric' || autocomplete !== 'off'),
      ),
    );
    const [help] = all<HTMLAnchorElement>('footer nav a');
    if (help?.pathname !== '/help') breaches.push('N7 help is not the first link of the foot');

    hold('N9 the time has no machine’s form', all('time:not([datetime])'));
    const words = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const date =
      /\d{1,2}\.? (?:jan|feb|mar|apr|ma[iy]|jun|jul|aug|sep|o[ck]t|nov|de[sc])\p{L}* \d{4}|\d{4}-\d{2}-\d{2}/iu;
    while (words.nextNode()) {
      const parent = words.currentNode.parentElement;
      if (!date.test(words.currentNode.textContent ?? '') || parent?.closest('time, code, script, style, textarea'))
        continue;
      breaches.push(`N9 a date is not marked: ${words.currentNode.textContent?.trim().slice(0, 80)}`);
    }

    hold(
      'N10 the code stands without its link',
      all('main svg[role="img"]').filter(({ parentElement }) => !/https?:\/\/\S/.test(parentElement?.innerText ?? '')),
    );
    return breaches;
  });
}

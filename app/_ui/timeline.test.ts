import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { Timeline } from './timeline.tsx';

it('N6 a timeline is an ordered list in which the current step says so, to all', () => {
  const items = (['done', 'current', 'ahead'] as const).map((state) => ({
    id: state,
    title: `Trinn ${state}`,
    state,
    stateLabel: `Er ${state}`,
  }));
  const html = renderToStaticMarkup(createElement(Timeline, { items }));
  expect(html).toMatch(/^<ol[^>]*>(<li.*<\/li>){3}<\/ol>$/);
  const steps = html.split('<li').slice(1);
  expect(steps.map((step) => step.includes('aria-current="step"'))).toEqual([false, true, false]);
  expect(steps[1]).toContain('Er current: ');
});

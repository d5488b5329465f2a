import { createElement, type ReactNode } from 'react';
import { renderToReadableStream } from 'react-dom/server';
import { describe, expect, it, vi } from 'vitest';
import type { OwnSystemUserView } from '#lib/requests/overview/read-own-system-user.ts';
import { ClientJob } from './client-job.tsx';
import { Lacking } from './lacking.tsx';

vi.mock('next/headers', () => ({
  cookies: async () => ({ get: () => undefined }),
  headers: async () => new Headers({ 'accept-language': 'nb' }),
}));

const CLIENT = { kind: 'organisation', uuid: 'c', name: 'SEN VARSOM ULV', orgNo: '317702698' };
const VIEW = {
  organisation: { name: 'Rett Regnskap AS', orgNo: '316600603' },
  system: { name: { nb: 'SmartCloud', nn: 'SmartSky', en: 'SmartCloud' } },
} as unknown as OwnSystemUserView;
const PACKAGES = [{ urn: 'p', name: { nb: 'Krav og utlegg', nn: 'Krav og utlegg', en: 'Claims and outlays' } }];

async function show(element: ReactNode): Promise<string> {
  const page = await renderToReadableStream(element);
  await page.allReady;
  return (await new Response(page).text()).replaceAll('<!-- -->', '').replaceAll('\u00A0', ' ');
}

describe('a client that lacks a package', () => {
  it('has words to send it in each language: what to give, to whom, and where', async () => {
    const page = { rows: [{ client: CLIENT, packages: PACKAGES }], total: 1, next: undefined };
    const list = { page, after: undefined, hrefOf: () => '' } as unknown as Parameters<typeof Lacking>[0]['list'];
    const html = await show(createElement(Lacking, { view: VIEW, list }));
    expect(html).toContain(
      'Rett Regnskap AS (org.nr. 316 600 603) vil bruke SmartCloud for SEN VARSOM ULV, men mangler tilgangspakken Krav og utlegg.',
    );
    expect(html).toContain('vil bruke SmartSky for SEN VARSOM ULV, men manglar tilgangspakken');
    expect(html).toContain('lacks the access package Claims and outlays.');
    expect(html).toContain('give it to Rett Regnskap AS? It is done under access management in Altinn.');
    expect(html).toContain('Kopier teksten på nynorsk til SEN VARSOM ULV');
  });

  it('is shown the way to those words when it could not be added, and no other is', async () => {
    const failed = (code: string) => [{ client: CLIENT, code }];
    const job = { id: 'j', change: 'add', startedAt: new Date(0), total: 1, done: 0, isRunning: false };
    const told = (code: string) => {
      const props = { job: { ...job, failed: failed(code) } } as unknown as Parameters<typeof ClientJob>[0];
      return show(createElement(ClientJob, props));
    };
    expect(await told('AUTH-00080')).toContain('href="?tab=clients&amp;q=317702698#lacking"');
    expect(await told('AUTH-00079')).not.toContain('#lacking');
  });
});

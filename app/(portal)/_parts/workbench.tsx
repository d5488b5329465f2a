import type { ReactNode } from 'react';
import { type Area, type OwnPage, ownPagesOf } from '#lib/session/areas.ts';
import { signedIn } from '#lib/session/page-context.ts';
import { texts } from '#lib/session/translator.ts';
import { AreaMenu } from './area-menu.tsx';
import { Header } from './header.tsx';
import { MENUS } from './menus.ts';
import { SessionEnd } from './session-end.tsx';

/** The frame of an area where people work: header, menu and the page. The workbenches are denser than the organisation's own pages. */
export async function Workbench({ area, children }: { readonly area: Area; readonly children: ReactNode }) {
  const { menus } = await texts('common');
  const beside = area !== 'organisation';
  const words: Readonly<Record<string, string>> = menus[area];
  const current = await signedIn();
  const open: ReadonlySet<string> = new Set<OwnPage>(
    area === 'organisation' && current ? await ownPagesOf(current) : [],
  );
  const items = Object.entries(MENUS[area])
    .filter(([key]) => beside || open.has(key))
    .map(([key, href]) => ({ href, text: words[key] ?? key }));
  return (
    <>
      <Header area={area} />
      <div
        data-size={beside ? 'sm' : 'md'}
        className={`mx-auto flex w-full max-w-[72rem] flex-col gap-6 px-4 py-6 sm:px-6 md:py-8 ${beside ? 'md:flex-row md:gap-8' : ''}`}
      >
        <AreaMenu label={menus[area].label} items={items} beside={beside} />
        <main id="main" tabIndex={-1} className="flex min-w-0 flex-1 flex-col gap-6">
          {children}
        </main>
      </div>
      <SessionEnd />
    </>
  );
}

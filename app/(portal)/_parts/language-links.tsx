'use client';

import { useRouter } from 'next/navigation';

type LanguageLink = { readonly language: string; readonly name: string; readonly href: string };

/**
 * Plain links that the proxy answers by a cookie and the same address. With JavaScript the page is rendered anew in
 * place, so that what has been typed into a form stays.
 */
export function LanguageLinks({
  label,
  current,
  links,
}: {
  readonly label: string;
  readonly current: string;
  readonly links: readonly LanguageLink[];
}) {
  const router = useRouter();
  return (
    <nav aria-label={label}>
      <ul className="flex gap-1">
        {links.map(({ language, name, href }) => (
          <li key={language}>
            <a
              href={href}
              lang={language}
              hrefLang={language}
              aria-current={language === current ? 'true' : undefined}
              className="focus-ring flex min-h-8 items-center px-1 text-text-subtle underline-offset-4 hover:underline aria-[current]:text-text-default aria-[current]:underline aria-[current]:decoration-2"
              onClick={async (event) => {
                event.preventDefault();
                const here = new URL(window.location.href);
                here.searchParams.set('lang', language);
                await fetch(here, { method: 'HEAD', redirect: 'manual' });
                document.documentElement.lang = language;
                router.refresh();
              }}
            >
              {name}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

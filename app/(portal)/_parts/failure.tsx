'use client';

import { useEffect, useState } from 'react';
import { Button, Heading } from '#app/_ui/ds.ts';
import { parseLanguage } from '#lib/i18n/languages.ts';
import { errors as en } from '#lib/i18n/messages/en/errors.ts';
import { errors as nb } from '#lib/i18n/messages/nb/errors.ts';
import { errors as nn } from '#lib/i18n/messages/nn/errors.ts';

const TEXTS = { nb, nn, en };

/**
 * Stands where a page broke: no more is told than a reference that the log has too. It is drawn in the browser alone,
 * so it brings its own words and takes the language from the document.
 */
export function Failure({ digest, retry }: { readonly digest: string | undefined; readonly retry: () => void }) {
  const [language, setLanguage] = useState<keyof typeof TEXTS>('nb');
  useEffect(() => setLanguage(parseLanguage(document.documentElement.lang) ?? 'nb'), []);
  const { failed, toFront } = TEXTS[language];
  return (
    <main id="main" tabIndex={-1} className="mx-auto flex w-full max-w-[45rem] flex-col gap-6 px-4 py-10 sm:px-6">
      <Heading level={1} data-size="lg">
        {failed.title}
      </Heading>
      <p>{failed.text}</p>
      {digest && <p className="text-text-subtle">{failed.reference.replace('{digest}', digest)}</p>}
      <div className="flex flex-wrap gap-3">
        <Button type="button" onClick={retry}>
          {failed.again}
        </Button>
        <Button asChild variant="secondary">
          <a href="/">{toFront}</a>
        </Button>
      </div>
    </main>
  );
}

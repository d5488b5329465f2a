'use client';

import { Failure } from './(portal)/_parts/failure.tsx';
import './globals.css';

type Props = { readonly error: Error & { readonly digest?: string }; readonly reset: () => void };

/** Replaces even the root layout, so it brings its own document. */
export default function GlobalError({ error, reset }: Props) {
  return (
    <html lang="nb" data-color-scheme="auto">
      <body className="bg-background-tinted text-text-default">
        <Failure digest={error.digest} retry={reset} />
      </body>
    </html>
  );
}

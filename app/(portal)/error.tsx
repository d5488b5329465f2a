'use client';

import { Failure } from './_parts/failure.tsx';

type Props = { readonly error: Error & { readonly digest?: string }; readonly reset: () => void };

export default function PortalError({ error, reset }: Props) {
  return <Failure digest={error.digest} retry={reset} />;
}

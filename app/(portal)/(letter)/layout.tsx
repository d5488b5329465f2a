import type { ReactNode } from 'react';
import { Header } from '../_parts/header.tsx';
import { Reading } from '../_parts/reading.tsx';
import { SessionEnd } from '../_parts/session-end.tsx';

export default function LetterLayout({ children }: { readonly children: ReactNode }) {
  return (
    <>
      <Header letter />
      <Reading>{children}</Reading>
      <SessionEnd />
    </>
  );
}

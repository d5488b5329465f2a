import type { ReactNode } from 'react';
import { Header } from '../_parts/header.tsx';
import { Reading } from '../_parts/reading.tsx';

export default function LetterLayout({ children }: { readonly children: ReactNode }) {
  return (
    <>
      <Header letter />
      <Reading>{children}</Reading>
    </>
  );
}

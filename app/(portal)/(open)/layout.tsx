import type { ReactNode } from 'react';
import { Header } from '../_parts/header.tsx';
import { Reading } from '../_parts/reading.tsx';

export default function OpenLayout({ children }: { readonly children: ReactNode }) {
  return (
    <>
      <Header />
      <Reading>{children}</Reading>
    </>
  );
}

import type { ReactNode } from 'react';
import { Workbench } from '../_parts/workbench.tsx';

export default function OwnerLayout({ children }: { readonly children: ReactNode }) {
  return <Workbench area="owner">{children}</Workbench>;
}

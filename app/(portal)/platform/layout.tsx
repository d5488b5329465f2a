import type { ReactNode } from 'react';
import { Workbench } from '../_parts/workbench.tsx';

export default function PlatformLayout({ children }: { readonly children: ReactNode }) {
  return <Workbench area="platform">{children}</Workbench>;
}

import type { ReactNode } from 'react';
import { Workbench } from '../_parts/workbench.tsx';

export default function VendorLayout({ children }: { readonly children: ReactNode }) {
  return <Workbench area="vendor">{children}</Workbench>;
}

import type { ReactNode } from 'react';
import { Workbench } from '../_parts/workbench.tsx';

export default function OrganisationLayout({ children }: { readonly children: ReactNode }) {
  return <Workbench area="organisation">{children}</Workbench>;
}

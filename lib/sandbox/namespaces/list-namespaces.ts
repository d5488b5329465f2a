import type { Controls } from '../open-controls.ts';
import type { Namespace } from './model.ts';
import { selectNamespaces } from './store.ts';

/** Lists the namespaces by name, without their keys. */
export function listNamespaces({ db }: Controls): Promise<readonly Namespace[]> {
  return selectNamespaces(db);
}

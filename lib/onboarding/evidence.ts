import type { Db } from '#db/open.ts';
import type { Evidence } from './model.ts';
import { selectEvidence } from './store.ts';

/** What a vendor has shown in test: when a client, a system, an approved request and a token first were there. */
export function evidence(db: Db, orgNo: string): Promise<Evidence> {
  return selectEvidence(db, orgNo);
}

import type { Db } from '#db/open.ts';
import type { Party } from '../parties/model.ts';
import { isOnAccessList } from '../resources/access-lists/is-on-access-list.ts';
import { authorizationReferenceOf, type Match, RESOURCE_ATTRIBUTE, type Resource } from '../resources/model.ts';
import { decide } from './decide.ts';
import type { Decision, Question, TraceStep } from './model.ts';
import type { Faulty } from './question.ts';
import { readSubject } from './read-subject.ts';
import { type Reads, readsOf } from './reads.ts';

/**
 * Answers one question from the database of now. Asks nobody who the caller is: `authorize` and `explainDecision` do.
 * @param reads shares look-ups between the questions of one call.
 * @see altinn-api.md §15.5
 */
export async function decideFor(db: Db, question: Question, reads: Reads = readsOf(db)): Promise<Decision> {
  const governed = await reads.governed(question);
  if (!governed) return toFault({ fault: 'processing-error', reason: 'no-policy' });
  const { policy, resource } = governed;
  const party = await reads.partyIn(question);
  const subject = await readSubject(reads, question, { party, policy });
  if ('fault' in subject) return toFault(subject);

  const decideOn = async (action: string | undefined) =>
    decide({
      policy,
      subject: subject.attributes,
      resource: attributesOfResource(question),
      action,
      delegatedActions: subject.delegatedActions,
      onAccessList: await listed(db, question.resourceId, action, { party, resource }),
    });
  const [action, ...others] = question.actions;
  let decision = await decideOn(action);
  // One of several actions is enough: a bag matches when any of its values does (XACML 3.0 §7.6).
  for (const other of others) {
    if (decision.decision === 'Permit') break;
    const next = await decideOn(other);
    if (next.decision === 'Permit') decision = next;
  }
  const partyStep: readonly TraceStep[] = question.party
    ? [{ step: 'party', found: party !== undefined, name: party?.name }]
    : [];
  return { ...decision, trace: [...partyStep, ...subject.trace, ...decision.trace] };
}

/** The answer to a question that is none. */
export function toFault({ fault, reason }: Faulty): Decision {
  return { decision: 'Indeterminate', fault, obligations: [], trace: [{ step: 'fault', fault, reason }] };
}

/** The resource under each of its names, with what else the question says of it. */
function attributesOfResource({ resourceId, resourceAttributes }: Question): readonly Match[] {
  const id = { id: RESOURCE_ATTRIBUTE, value: resourceId };
  const names = authorizationReferenceOf(resourceId).filter((name) => name.id !== RESOURCE_ATTRIBUTE);
  return [id, ...names, ...resourceAttributes];
}

/** `undefined` when the resource has no access lists; people are on none. */
async function listed(
  db: Db,
  resourceId: string,
  action: string | undefined,
  { party, resource }: { readonly party: Party | undefined; readonly resource: Resource },
): Promise<boolean | undefined> {
  if (resource.accessListMode !== 'Enabled') return undefined;
  if (party?.kind !== 'organisation' || action === undefined) return false;
  return isOnAccessList(db, { resourceId, orgNo: party.orgNo, action });
}

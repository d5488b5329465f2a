import { type AuthCode, authProblem } from '#lib/kernel/auth-problems.ts';
import type { RequestKind } from '#lib/requests/model.ts';
import { type RequestProblemCode, requestProblem } from '#lib/requests/problems.ts';

type NumberedCode = AuthCode | RequestProblemCode | `AUTH.VLD-${string}`;
/** What the reference says of refusals: codes by status. */
type Refusals = Readonly<Record<number, string>>;

const DELEGATION_CHECK = [
  'AUTH-00014',
  'AUTH-00016',
  'AUTH-00018',
  'AUTH-00019',
  'AUTH-00020',
  'AUTH-00053',
  'AUTH-00068',
  'AUTH-00069',
  'AUTH-00070',
  'AUTH-00071',
] as const;

/** The refusals of approving a request; pages show a digest, callers of the API do not, so REQ-00001 is theirs alone. */
export const APPROVING: Readonly<Record<RequestKind, Refusals>> = {
  standard: refusals(
    'AUTH-00001',
    'AUTH-00003',
    'AUTH-00004',
    'AUTH-00010',
    'AUTH-00011',
    'AUTH-00013',
    'AUTH-00041',
    'AUTH-00059',
    'AUTH-00063',
    'AUTH-00064',
    'REQ-00004',
    ...DELEGATION_CHECK,
  ),
  agent: refusals(
    'AUTH-00003',
    'AUTH-00004',
    'AUTH-00011',
    'AUTH-00013',
    'AUTH-00030',
    'AUTH-00042',
    'AUTH-00058',
    'AUTH-00063',
    'AUTH-00065',
    'REQ-00004',
  ),
  change: refusals(
    'AUTH-00001',
    'AUTH-00010',
    'AUTH-00011',
    'AUTH-00013',
    'AUTH-00015',
    'AUTH-00041',
    'AUTH-00053',
    'AUTH-00063',
    'AUTH-00064',
    'REQ-00004',
  ),
};

/** The refusals of rejecting one. */
export const REJECTING: Readonly<Record<RequestKind, Refusals>> = {
  standard: refusals('AUTH-00010', 'AUTH-00013', 'AUTH-00041'),
  agent: refusals('AUTH-00013', 'AUTH-00030', 'AUTH-00042'),
  change: refusals('AUTH-00010', 'AUTH-00013', 'AUTH-00041'),
};

/** The refusals of sending one on, of reading one by its id, and of a vendor reading its own. */
export const ESCALATING = refusals('REQ-00003');
export const READING = refusals('AUTH-00010', 'AUTH-00066');
export const READING_OWN = refusals('AUTH-00010', 'AUTH-00011');

/** The refusals of starting with a system, and of ending system users. */
export const STARTING = refusals('AUTH-00004', 'AUTH-00011', 'AUTH-00064', 'REQ-00004', ...DELEGATION_CHECK);
export const WITHDRAWING = refusals('AUTH-00024', 'AUTH-00036');
export const WITHDRAWING_AGENT = refusals('AUTH-00015', 'AUTH-00024', 'AUTH-00034', 'AUTH-00035');

/** The refusals of what is done with an agent's clients. */
export const LISTING_CLIENTS = refusals('AUTH-00015', 'AUTH-00038');
export const ADDING_CLIENT = refusals(
  'AUTH-00015',
  'AUTH-00034',
  'AUTH-00039',
  'AUTH-00063',
  'AUTH-00079',
  'AUTH-00080',
);
export const REMOVING_CLIENT = refusals('AUTH-00031', 'AUTH-00034');
export const ADDING_SELF = refusals('AUTH-00015', 'AUTH-00034', 'AUTH-00039', 'AUTH-00053', 'AUTH-00063', 'AUTH-00064');
export const TOUCHING_SELF = refusals('AUTH-00034', 'AUTH-00039');

/** Puts each code under the status that it is answered with, as the reference has it. */
export function refusals(...codes: readonly NumberedCode[]): Refusals {
  const byStatus: Record<number, string[]> = {};
  for (const code of codes) byStatus[statusOf(code)] = [...(byStatus[statusOf(code)] ?? []), code];
  return Object.fromEntries(Object.entries(byStatus).map(([status, all]) => [status, all.join(', ')]));
}

/** Validation errors come together in one problem. */
function statusOf(code: NumberedCode): number {
  if (isValidation(code)) return 400;
  return (isOurs(code) ? requestProblem(code) : authProblem(code)).status;
}

function isValidation(code: NumberedCode): code is `AUTH.VLD-${string}` {
  return code.startsWith('AUTH.VLD-');
}

function isOurs(code: AuthCode | RequestProblemCode): code is RequestProblemCode {
  return code.startsWith('REQ-');
}

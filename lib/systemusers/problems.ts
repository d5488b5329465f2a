import { ProblemError, type ValidationError } from '../kernel/errors.ts';

const CATALOGUE = {
  agentMissing: ['AUTH.VLD-00014', 'The agent query parameter is missing or invalid', '?agent'],
  agentUnknown: ['AUTH.VLD-00014', 'System user not found', '?agent'],
  notAnAgent: ['AUTH.VLD-00015', 'SystemUser is not a valid system user of type agent', '?agent'],
  clientMissing: ['AUTH.VLD-00016', 'The client query parameter is missing or invalid', '?client'],
} as const;

/** Makes one entry of a validation problem of the client delegation API; 14 stands for two faults, as in Altinn. */
export function clientQueryError(fault: keyof typeof CATALOGUE): ValidationError {
  const [code, title, path] = CATALOGUE[fault];
  return { code, title, paths: [path] };
}

/** What client delegation answers when the register does not know the system user's owner. */
export function ownerNotFound(orgNo: string): ProblemError {
  const detail = `No associated party information found for systemuser owner ${orgNo}`;
  return new ProblemError({ status: 404, title: 'System Owner not Found', extensions: { detail } });
}

/** What the list of agents answers for an organisation that the register does not know. */
export function partyNotFound(): ProblemError {
  return new ProblemError({ status: 404, title: 'Party not found' });
}

import { delegationSources } from '../administration/delegation-sources.ts';
import { administrationProblem } from '../administration/problems.ts';

/** Demands a delegation source that exists here, or none. @throws ProblemError 400 */
export function assertDelegationSource(issuer: string | undefined): void {
  if (issuer === undefined || delegationSources().some((source) => source.issuer === issuer)) return;
  throw administrationProblem('invalid_request', {
    field: 'delegation_source',
    detail: 'delegation_source must be the issuer of one of the sources of /delegationsources.',
  });
}

import { z } from 'zod';
import { json } from '#lib/http/responses.ts';
import { endpoint } from '#lib/http/section.ts';
import { delegationSources } from '#lib/maskinporten/administration/delegation-sources.ts';
import { delegationSourceDto, toDelegationSourceDto } from '#lib/maskinporten/administration/schema.ts';
import { administrationSection } from '../../../../_administration/section.ts';

/** Where consumers can delegate scopes to suppliers. */
export const delegationSourceEndpoints = [
  endpoint(
    'GET',
    '',
    {
      summary: 'The delegation sources that a scope may name',
      answer: z.array(delegationSourceDto),
      auth: 'anonymous',
    },
    () => json(delegationSources().map(toDelegationSourceDto)),
  ),
];

export const sources = administrationSection('/api/v1/delegationsources', 'Delegation', delegationSourceEndpoints);

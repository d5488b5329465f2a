// `npm run bench -- pdp`: single decisions about a system user, asked by the service owner.
import { httpRequest } from './load.ts';
import { benchOnTwoRegisters } from './on-two-registers.ts';
import { ABOUT, systemUserIdOf } from './register.ts';

/** Prints the ratios; throws when a decision costs too much more on the large register. */
export function benchPdp(databaseUrl: string): Promise<void> {
  return benchOnTwoRegisters(databaseUrl, {
    name: 'decision',
    asker: { org: 'skd', scope: 'altinn:authorization/authorize' },
    ask: (authorization, index) =>
      httpRequest(
        'POST',
        '/authorization/api/v1/authorize',
        { Authorization: authorization, 'Content-Type': 'application/json' },
        question(systemUserIdOf(index)),
      ),
    expected: '"Permit"',
  });
}

function question(systemUserId: string): string {
  const category = (AttributeId: string, Value: string) => ({ AttributeId, Value });
  return JSON.stringify({
    Request: {
      AccessSubject: [{ Attribute: [category('urn:altinn:systemuser:uuid', systemUserId)] }],
      Action: [{ Attribute: [category('urn:oasis:names:tc:xacml:1.0:action:action-id', ABOUT.action)] }],
      Resource: [
        {
          Attribute: [
            category('urn:altinn:resource', ABOUT.resourceId),
            category('urn:altinn:organization:identifier-no', ABOUT.customerOrgNo),
          ],
        },
      ],
    },
  });
}

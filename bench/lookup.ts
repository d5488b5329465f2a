// `npm run bench -- lookup`: Maskinporten's question before every system user token, whom a client may speak for.
import { httpRequest } from './load.ts';
import { benchOnTwoRegisters } from './on-two-registers.ts';
import { ABOUT, clientIdOf, externalRefOf } from './register.ts';

/** Prints the ratios; throws when a lookup costs too much more on the large register. */
export function benchLookup(databaseUrl: string): Promise<void> {
  return benchOnTwoRegisters(databaseUrl, {
    name: 'lookup',
    asker: { org: 'digdir', scope: 'altinn:maskinporten/systemuser.read' },
    ask: (authorization, index, { systems }) => {
      const query = new URLSearchParams({
        clientId: clientIdOf(index % systems),
        systemProviderOrgNo: ABOUT.vendorOrgNo,
        systemUserOwnerOrgNo: ABOUT.customerOrgNo,
        externalRef: externalRefOf(index),
      });
      const path = `/authentication/api/v1/systemuser/byExternalId?${query}`;
      return httpRequest('GET', path, { Authorization: authorization });
    },
    expected: '"id"',
  });
}

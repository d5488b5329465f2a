import { type Command, required, UsageError } from './command.ts';
import { CLIENT, connect, withoutAbsent } from './settings.ts';

/** Asks a customer for a system user. */
export const request: Command = {
  summary: 'Ask a customer for a system user, and print the link where it is answered',
  options: {
    ...CLIENT,
    system: { type: 'string', value: 'ID', help: 'your system in the register' },
    organisation: { type: 'string', value: 'ORGNO', help: 'the customer' },
    reference: { type: 'string', value: 'TEXT', help: 'your own key for the customer; otherwise the number' },
    right: { type: 'string', value: 'RESOURCE', multiple: true, help: 'a service, such as ske-krav-og-betalinger' },
    package: { type: 'string', value: 'CODE', multiple: true, help: 'an access package, such as skatt-naering' },
    title: { type: 'string', value: 'TEXT', help: 'what you call it; otherwise the name of the system' },
    'redirect-url': { type: 'string', value: 'URL', help: 'where the person is sent afterwards' },
    agent: { type: 'boolean', help: 'a system user for the clients of an accountant' },
  },
  run: async (given, world) => {
    const rights = given.texts('right').map((value) => ({ resource: [{ id: 'urn:altinn:resource', value }] }));
    const accessPackages = given.texts('package').map((code) => ({ urn: toUrn(code) }));
    if (rights.length + accessPackages.length === 0) throw new UsageError('Ask for at least one --right or --package.');
    const asked = {
      systemId: required(given, 'system'),
      partyOrgNo: required(given, 'organisation'),
      ...withoutAbsent({
        externalRef: given.text('reference'),
        integrationTitle: given.text('title'),
        redirectUrl: given.text('redirect-url'),
      }),
    };
    const { altinn } = connect(given, world);
    const sent = given.has('agent')
      ? await altinn.createRequest({ ...asked, accessPackages }, 'agent')
      : await altinn.createRequest({ ...asked, rights, accessPackages });
    const text = `${sent.status}  ${sent.id}\n${sent.confirmUrl}`;
    return { ok: sent.status === 'New' || sent.status === 'Accepted', text, json: sent };
  },
};

function toUrn(code: string): string {
  return code.startsWith('urn:') ? code : `urn:altinn:accesspackage:${code}`;
}

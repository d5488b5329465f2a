import type { CallAltinn } from './call-altinn.ts';
import { asType } from './call-service.ts';
import { AltinnRefused } from './errors.ts';
import { pagesOf } from './pages-of.ts';
import { VENDOR_SCOPES } from './scopes.ts';
import type { SystemUser } from './wire.ts';

const USERS = '/authentication/api/v1/systemuser/vendor';

/** What a vendor reads of the system users of its systems. */
export function systemUserCalls(call: CallAltinn) {
  return {
    /** The live system users of a system, page after page as they are read. */
    systemUsers: (systemId: string) =>
      pagesOf<SystemUser>(call, VENDOR_SCOPES.register, `${USERS}/bysystem/${encodeURIComponent(systemId)}`),

    /**
     * The live system user of one of your systems at a customer: the one that Maskinporten finds for its clients.
     * @param key.externalRef the customer's number unless given
     * @returns `undefined` when there is none
     */
    findSystemUser: async (key: {
      readonly systemId: string;
      readonly organisation: string;
      readonly externalRef?: string;
    }): Promise<SystemUser | undefined> => {
      const query = new URLSearchParams({ 'system-id': key.systemId, orgno: key.organisation });
      if (key.externalRef !== undefined) query.set('external-ref', key.externalRef);
      try {
        // A read that takes the scope to write requests (altinn-api.md §1.2).
        return asType<SystemUser>(await call({ scope: VENDOR_SCOPES.ask, path: `${USERS}/byquery?${query}` }), 'id');
      } catch (error) {
        if (error instanceof AltinnRefused && error.status === 404) return undefined;
        throw error;
      }
    },
  };
}

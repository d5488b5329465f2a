import type { CallAltinn } from './call-altinn.ts';
import { VENDOR_SCOPES } from './scopes.ts';
import type { SystemDescription } from './wire.ts';

const REGISTER = '/authentication/api/v1/systemregister/vendor';
const scope = VENDOR_SCOPES.register;

/** What a vendor does with its systems. */
export function systemCalls(call: CallAltinn) {
  return {
    /** Registers a system. @returns its internal id */
    registerSystem: async (system: SystemDescription) =>
      String(await call({ scope, method: 'POST', path: REGISTER, body: system })),

    /** Replaces all of a system: what is left out is emptied. System users keep what they have. */
    updateSystem: async (system: SystemDescription): Promise<void> => {
      await call({ scope, method: 'PUT', path: `${REGISTER}/${encodeURIComponent(system.id)}`, body: system });
    },
  };
}

import { readText } from '#lib/http/body.ts';
import { endpoint } from '#lib/http/section.ts';
import { WRITE_CLIENTS } from '#lib/maskinporten/administration/authority.ts';
import { registerKeyText } from '#lib/maskinporten/client-keys/register-key-text.ts';
import { keyDto } from '#lib/maskinporten/client-keys/schema.ts';
import { callerOfClient } from '../../../_administration/caller.ts';
import { administrationSection } from '../../../_administration/section.ts';
import { ifMatchOf, toKeyResponse, VERSIONED_DOC } from '../../../_administration/versioned.ts';

/** One key from pasted text, whatever its form; any other path is refused in the API's own words. */
export const clientKeyTexts = administrationSection('/api/v2', 'Clients', [
  endpoint(
    'POST',
    'clients/{clientId}/key',
    {
      summary: 'Add a key: JWK, PEM public key or PEM certificate',
      answer: keyDto,
      auth: WRITE_CLIENTS.join(' or '),
      bodyType: 'text/plain',
      ...VERSIONED_DOC,
      responses: { ...VERSIONED_DOC.responses, 200: 'The key as it was understood' },
    },
    async ({ request, params }) => {
      const context = await callerOfClient(request, params.clientId, WRITE_CLIENTS);
      const input = { ...params, text: await readText(request), ifMatch: ifMatchOf(request) };
      return toKeyResponse(await registerKeyText(context, input));
    },
  ),
]);

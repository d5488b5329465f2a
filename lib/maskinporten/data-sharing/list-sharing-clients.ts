import type { Context } from '../../context/context.ts';
import { listClients } from '../clients/list-clients.ts';
import type { ClientWithKeys } from '../clients/read-client.ts';
import { consumersOf } from './consumers.ts';

/** Lists the active Maskinporten clients of the caller's organisations. @throws BareError 401, 403 */
export async function listSharingClients(context: Context): Promise<readonly ClientWithKeys[]> {
  const consumers = await consumersOf(context);
  const clients = await Promise.all(
    consumers.map(async (consumer) => {
      const listed = await listClients(consumer.context, { inactive: false });
      return listed.filter(
        ({ client }) => client.orgNo === consumer.orgNo && client.integrationType === 'maskinporten',
      );
    }),
  );
  return clients.flat();
}

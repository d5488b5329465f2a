/** The number of the organisation that an agent was connected to or let go; `undefined` for any other event. */
export function partyClientOf({ action, after }: { readonly action: string; readonly after: unknown }) {
  if (action !== 'client.added' && action !== 'client.removed') return undefined;
  const client = typeof after === 'object' && after !== null && 'client' in after ? after.client : undefined;
  return typeof client === 'string' ? client : undefined;
}

import type { Shape } from '../../shape.ts';
import type { delegations as source } from '../nb/delegations.ts';

/** APIs that suppliers may use for an organisation: as it gives them, and as the supplier has got them. */
export const delegations = {
  title: 'API access',
  lead: 'Suppliers that can use an API for {organisation}.',
  what: 'A supplier with access can fetch and send information in the API for you. You do not need a Maskinporten client of your own.',
  create: 'Give a supplier access',
  empty: 'No supplier can use an API for you yet.',
  noHits: 'No API access matches the search.',
  search: 'Search for a supplier or an API',
  caption: 'API access given by {organisation}',
  columns: {
    api: 'API',
    owner: 'Service owner',
    supplier: 'Supplier',
    since: 'Given',
  },
  withdrawn: 'The access has been withdrawn. The supplier gets no new tokens for you.',
  detail: {
    given: '{supplier} can now use the API for you.',
    lead: '{supplier} can use the API for {organisation}.',
    mayDo: 'What the supplier may do',
    inactive: 'Deactivated by its owner. No tokens are issued for this.',
    facts: 'Facts',
    givenBy: 'Given by',
    withdraw: 'Withdraw access',
  },
  withdrawal: {
    title: 'Withdraw access from {supplier}?',
    text: '{supplier} gets no new tokens for using “{api}” for {organisation}. This takes effect at once. A token that has already been fetched works until it expires.',
    confirm: 'Withdraw access from {supplier}',
  },
  wizard: {
    pickTitle: 'Choose an API',
    pickLead: 'These are APIs whose owners let organisations give their suppliers access.',
    search: 'Search for an API or a service owner',
    none: 'No APIs match the search.',
    pick: 'Choose {api}',
    supplierTitle: 'Who will use {api} for {organisation}?',
    supplier: 'The supplier’s organisation number',
    supplierHint: 'Nine digits. You see the name before you confirm.',
    supplierWrong: 'Enter an organisation number of nine digits. Check that the digits are right.',
    supplierOwn: 'This is your own organisation number. Enter the supplier’s.',
    confirmTitle: 'Let {supplier} use {api} for {organisation}?',
    confirmLead:
      'The supplier gets tokens in the name of {organisation} until you withdraw the access. It gets this, and nothing more.',
    noAccess:
      '{owner} has not given {organisation} access to the API yet. You can give the supplier access now, but it gets no tokens until the owner has let you in.',
    confirm: 'Give {supplier} access',
    exists: '{supplier} already has access to the API.',
    seeExisting: 'See the access',
    anotherApi: 'Choose another API',
    anotherSupplier: 'Choose another supplier',
  },
  received: {
    title: 'APIs for customers',
    lead: 'APIs that customers let {organisation} use for them.',
    how: 'The client must have the scope. It asks for a token with the customer’s organisation number in consumer_org.',
    toClients: 'Clients and keys',
    empty: 'No customer has given you access to an API yet. Customers do that themselves, under API access.',
    noHits: 'No APIs match the search.',
    search: 'Search for a customer or an API',
    caption: 'APIs that customers let {organisation} use',
    customer: 'Customer',
    scopes: 'Scopes',
  },
} as const satisfies Shape<typeof source>;

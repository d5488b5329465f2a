/** Somebody in whose name a client's owner acts; named `<client_id>::<onbehalfof>` in full. Without effect on tokens. */
export type OnBehalfOf = {
  readonly clientId: string;
  /** Unique within the client, and never another. */
  readonly onBehalfOf: string;
  readonly name: string;
  readonly orgNo: string;
  readonly description: string | undefined;
  readonly uri: string | undefined;
  readonly logoUri: string | undefined;
  readonly active: boolean;
  readonly createdAt: Date;
  readonly updatedAt: Date;
};

/** An entry with its organisation's registered name. */
export type NamedOnBehalfOf = OnBehalfOf & { readonly organisationName: string };

const VALUE = /^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/;

/** Whether the text can stand behind `<client_id>::`. */
export function isOnBehalfOf(text: string): boolean {
  return VALUE.test(text);
}

/** The value that an id in a path means: itself, or the end of the full name. */
export function valueIn(clientId: string, id: string): string {
  const start = `${clientId}::`;
  return id.startsWith(start) ? id.slice(start.length) : id;
}

/** How many namespaces a sandbox has at a time. */
export const NAMESPACES_MAX = 500;

/** Who is in a namespace: organisations and people by their numbers. */
export type NamespaceNumbers = {
  readonly vendor: string;
  readonly customer: string;
  readonly accountant: string;
  readonly accountantClient: string;
  readonly manager: string;
  readonly employee: string;
  readonly accountantManager: string;
};

/** What belongs to one test worker alone. */
export type Namespace = {
  readonly name: string;
  readonly createdAt: Date;
  readonly clientId: string;
  readonly systemId: string;
  readonly numbers: NamespaceNumbers;
};

/** What the key of a namespace is registered as. */
export function kidOf(namespace: string): string {
  return `namespace-${namespace}-1`;
}

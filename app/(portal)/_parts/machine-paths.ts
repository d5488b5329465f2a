/** Where the machines' paths begin; whatever lies below is served without pages, cookies or content policy. */
const MACHINE =
  /^\/(?:(?:authentication|resourceregistry|authorization|accessmanagement\/api|token|jwk|jwk\.json|\.well-known|introspect|clients|scopes|prefix|organizations|delegationsources|datasharing|auth|internal|external|kravogbetalinger|health|_sandbox)(?:\/|$)|api\/(?!auth(?:\/|$)))/i;

/** The literal words of those paths; anything else is a value, whose capitals matter. */
const WORDS =
  /^(_sandbox|accessmanagement|agent|api|authentication|authorization|authorizedparties|authorizedparty|bulk|changerequest|delegationcheck|enduser|exchange|internal|journal|maskinporten|meta|namespaces|openid|platform|request|resource|resourceowner|resourceregistry|scenarios|serviceowner|snapshots|systemregister|systemuser|v1|v2|vendor)$/i;

/** Whether a path belongs to the machines. */
export function isMachinePath(path: string): boolean {
  return MACHINE.test(path);
}

/** Writes the leading literal words of a machine path in small letters, up to the first value. */
export function foldMachinePath(path: string): string {
  const parts = path.split('/');
  const firstValue = parts.findIndex((part) => part !== '' && !WORDS.test(part));
  const words = firstValue === -1 ? parts.length : firstValue;
  return parts.map((part, index) => (index < words ? part.toLowerCase() : part)).join('/');
}

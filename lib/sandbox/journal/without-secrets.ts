const MASK = '[…]';
/** UUIDs, which stay, before what could be found inside one; then tokens and person numbers, also with a space. */
const SECRETS = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|eyJ[\w.-]*|[0-9]{11,}|[0-9]{6}[ +-][0-9]{5}/gi;

/**
 * A text from outside that can be kept (E1): what may be a token or a person number is masked, also where the characters
 * were written by their codes; cut to so many characters.
 */
export function withoutSecrets(text: string, maxLength: number): string {
  const masked = decoded(text).replace(SECRETS, (found) => (found.charAt(8) === '-' ? found : MASK));
  return masked.slice(0, maxLength);
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text.replaceAll('%', '');
  }
}

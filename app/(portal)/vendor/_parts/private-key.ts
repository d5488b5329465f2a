/** Whether pasted text holds a private key, as PEM or JWK: such a text must not leave the browser. */
export function isPrivateKey(text: string): boolean {
  return /PRIVATE KEY/i.test(text) || /"(?:d|p|q|dp|dq|qi|k)"\s*:\s*"/i.test(text);
}

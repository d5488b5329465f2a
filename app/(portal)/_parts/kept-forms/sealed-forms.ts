/** What stood in the forms of a page when its session ended. */
export type KeptForms = {
  readonly path: string;
  readonly forms: readonly {
    readonly name: string;
    readonly actingFor?: string | undefined;
    readonly values: Readonly<Record<string, readonly string[]>>;
  }[];
};

const PLACE = 'kept-forms';
const NONCE_BYTES = 12;

/**
 * Keeps forms until the tab closes, sealed so that only pages of the same person open them. Where the browser has no
 * cryptography, which is where the portal is reached without https, nothing is kept.
 */
export async function keepForms(secret: string, forms: KeptForms): Promise<void> {
  if (forms.forms.length === 0 || !crypto.subtle) return;
  const iv = crypto.getRandomValues(new Uint8Array(NONCE_BYTES));
  const text = new TextEncoder().encode(JSON.stringify(forms));
  const body = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, await keyOf(secret), text);
  sessionStorage.setItem(PLACE, toText(new Uint8Array([...iv, ...new Uint8Array(body)])));
}

/** Takes out what was kept, so that it is there no more; `undefined` when there is nothing, or it is somebody else's. */
export async function takeForms(secret: string): Promise<KeptForms | undefined> {
  const sealed = sessionStorage.getItem(PLACE);
  forgetForms();
  if (sealed === null) return undefined;
  try {
    const bytes = Uint8Array.from(atob(sealed), (letter) => letter.charCodeAt(0));
    const iv = bytes.subarray(0, NONCE_BYTES);
    const text = await crypto.subtle.decrypt({ name: 'AES-GCM', iv }, await keyOf(secret), bytes.subarray(NONCE_BYTES));
    return JSON.parse(new TextDecoder().decode(text));
  } catch {
    // Sealed for another person, or broken: it is gone now, and nobody learns what it was.
    return undefined;
  }
}

/** Puts away what was kept. */
export function forgetForms(): void {
  sessionStorage.removeItem(PLACE);
}

async function keyOf(secret: string): Promise<CryptoKey> {
  const raw = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(secret));
  return crypto.subtle.importKey('raw', raw, 'AES-GCM', false, ['encrypt', 'decrypt']);
}

function toText(bytes: Uint8Array): string {
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
}

const BYTE_ORDERS = [
  { mark: [0xff, 0xfe], encoding: 'utf-16le' },
  { mark: [0xfe, 0xff], encoding: 'utf-16be' },
] as const;

/** Reads a list as spreadsheets save it: UTF-8, UTF-16 with its mark, or the Windows encoding of Norwegian ones. Never throws. */
export function decodeList(bytes: Uint8Array): string {
  const marked = BYTE_ORDERS.find(({ mark }) => mark.every((byte, at) => bytes[at] === byte));
  if (marked) return new TextDecoder(marked.encoding).decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

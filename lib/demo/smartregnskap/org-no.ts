const WEIGHTS = [3, 2, 7, 6, 5, 4, 3, 2];

/** Says whether a text is the number of a synthetic organisation: nine digits from 2 or 3, the last by modulus 11. */
export function isSyntheticOrgNo(text: string): boolean {
  if (!/^[23][0-9]{8}$/.test(text)) return false;
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(text[index]), 0);
  return (11 - (sum % 11)) % 11 === Number(text[8]);
}

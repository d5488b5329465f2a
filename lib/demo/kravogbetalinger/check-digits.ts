const ORG_NO_WEIGHTS = [3, 2, 7, 6, 5, 4, 3, 2];
const ACCOUNT_WEIGHTS = [5, 4, 3, 2, 7, 6, 5, 4, 3, 2];

/** Says whether a text is an organisation number: nine digits, the last by modulus 11. */
export function isOrgNo(text: string): boolean {
  return /^[0-9]{9}$/.test(text) && mod11Digit(text.slice(0, 8), ORG_NO_WEIGHTS) === text.slice(8);
}

/** Says whether a text is a bank account number: eleven digits, the last by modulus 11. */
export function isAccountNumber(text: string): boolean {
  return /^[0-9]{11}$/.test(text) && mod11Digit(text.slice(0, 10), ACCOUNT_WEIGHTS) === text.slice(10);
}

/** Says whether a text is a payment reference (KID): 2–25 digits, the last by modulus 10. */
export function isKid(text: string): boolean {
  return /^[0-9]{2,25}$/.test(text) && withKidDigit(text.slice(0, -1)) === text;
}

/** Adds the modulus 10 digit (Luhn) to the body of a payment reference. */
export function withKidDigit(body: string): string {
  const sum = [...body].reverse().reduce((total, digit, index) => {
    const product = Number(digit) * (index % 2 === 0 ? 2 : 1);
    return total + (product > 9 ? product - 9 : product);
  }, 0);
  return `${body}${(10 - (sum % 10)) % 10}`;
}

/** Makes an account number from ten digits, moving on to the next ten when these have no control digit. */
export function toAccountNumber(firstTen: number): string {
  const body = String(firstTen).padStart(10, '0');
  const digit = mod11Digit(body, ACCOUNT_WEIGHTS);
  return digit === undefined ? toAccountNumber(firstTen + 1) : `${body}${digit}`;
}

/** @returns `undefined` when the digits have no control digit (remainder 1). */
function mod11Digit(digits: string, weights: readonly number[]): string | undefined {
  const sum = weights.reduce((total, weight, index) => total + weight * Number(digits[index]), 0);
  const digit = (11 - (sum % 11)) % 11;
  return digit === 10 ? undefined : String(digit);
}

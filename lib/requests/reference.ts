const REFERENCE = /^[a-zA-Z0-9æøåÆØÅ_-]{0,255}$/;

/** Whether people of a vendor may use the text as their own reference of a customer; '' stands for the customer's number. */
export function isReference(text: string): boolean {
  return REFERENCE.test(text);
}

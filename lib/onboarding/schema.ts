import { z } from 'zod';
import { bindingProblem } from '../kernel/errors.ts';
import { isPlainText } from '../kernel/text.ts';

const VISIBLE = 'must not contain control or invisible characters';

/** What a vendor says of itself when it applies. */
export const applicationForm = z.object({
  contactName: z
    .string()
    .trim()
    .min(1)
    .max(100)
    .refine((text) => isPlainText(text), VISIBLE),
  contactEmail: z.email().max(254),
  purpose: z
    .string()
    .trim()
    .min(1)
    .max(2000)
    .refine((text) => isPlainText(text, { lines: true }), VISIBLE),
});
export type ApplicationForm = z.output<typeof applicationForm>;

/** Why the operator says no, or stops a vendor. */
export const reasonText = z
  .string()
  .trim()
  .min(1)
  .max(1000)
  .refine((text) => isPlainText(text, { lines: true }), VISIBLE);

/** Checks what a form sent. @throws ProblemError 400 with `errors` per field */
export function parseForm<Schema extends z.ZodType>(schema: Schema, value: unknown, field = '$'): z.output<Schema> {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const errors: Record<string, string[]> = {};
  for (const issue of result.error.issues) {
    const path = issue.path.length === 0 ? field : issue.path.map(String).join('.');
    errors[path] = [...(errors[path] ?? []), issue.message];
  }
  throw bindingProblem(errors);
}

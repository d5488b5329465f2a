import { ACTION_CATEGORY, type Match, RESOURCE_CATEGORY, SUBJECT_CATEGORY } from '../resources/model.ts';
import type { Question } from './model.ts';
import { type Bags, type Faulty, toQuestion } from './question.ts';
import { categoriesOf, toDataType, type XacmlCategory, type XacmlRequest } from './schema.ts';

/** A category under its full name. */
export type NamedCategory = XacmlCategory & { readonly CategoryId: string };

/** One evaluation: its categories, for the echo, and the question they make. */
export type Evaluation = { readonly asked: readonly NamedCategory[]; readonly question: Question | Faulty };

/** A multi-request needs at least this many references; with fewer the whole request is one question. */
const REFERENCES_MIN = 2;

/**
 * Splits a request into its evaluations, in the order of its references. Each reference picks the categories whose id
 * it lists; without references everything is merged into one.
 * @see altinn-api.md §15.2, XACML 3.0 JSON profile §4.2.4
 */
export function evaluationsOf(request: XacmlRequest): readonly Evaluation[] {
  const categories = categoriesOf(request);
  const references = request.MultiRequests?.RequestReference ?? [];
  if (references.length < REFERENCES_MIN) return [toEvaluation(categories)];
  const byId = new Map<string, NamedCategory[]>();
  for (const one of categories) {
    if (one.Id) byId.set(one.Id, [...(byId.get(one.Id) ?? []), one]);
  }
  return references.map(({ ReferenceId }) => toEvaluation((ReferenceId ?? []).flatMap((id) => byId.get(id) ?? [])));
}

function toEvaluation(asked: readonly NamedCategory[]): Evaluation {
  const isUnknown = asked.some(({ Attribute }) => Attribute.some(({ DataType }) => !toDataType(DataType)));
  if (isUnknown) return { asked, question: { fault: 'processing-error', reason: 'unknown-data-type' } };
  const bags: Bags = {
    subject: bagOf(asked, SUBJECT_CATEGORY),
    resource: bagOf(asked, RESOURCE_CATEGORY),
    action: bagOf(asked, ACTION_CATEGORY),
  };
  return { asked, question: toQuestion(bags) };
}

function bagOf(asked: readonly NamedCategory[], name: string): readonly Match[] {
  return asked
    .filter(({ CategoryId }) => CategoryId === name)
    .flatMap(({ Attribute }) => Attribute.map(({ AttributeId, Value }) => ({ id: AttributeId, value: Value })));
}

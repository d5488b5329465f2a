import { z } from 'zod';
import { ACTION_CATEGORY, RESOURCE_CATEGORY, SUBJECT_CATEGORY } from '../resources/model.ts';
import type { Decision, Fault } from './model.ts';

/** Numbers and truth values pass as the texts they stand for; other attributes of the profile are ignored. */
const text = z.union([z.string(), z.number().transform(String), z.boolean().transform(String)]);

const attribute = z.object({
  AttributeId: z.string(),
  Value: text,
  DataType: z.string().nullish(),
  Issuer: z.string().nullish(),
  IncludeInResult: z.boolean().nullish(),
});
export type XacmlAttribute = z.output<typeof attribute>;

const attributes = z
  .array(attribute)
  .nullish()
  .transform((list) => list ?? []);

const category = z.object({ Id: z.string().nullish(), CategoryId: z.string().nullish(), Attribute: attributes });
export type XacmlCategory = z.output<typeof category>;

const categories = z
  .array(category)
  .nullish()
  .transform((list) => list ?? []);

/** A XACML JSON request in either casing; explicit nulls and absent members are one. */
export const xacmlRequest = z.object({
  Request: z.object({
    AccessSubject: categories,
    Action: categories,
    Resource: categories,
    Category: categories,
    MultiRequests: z
      .object({
        RequestReference: z
          .array(z.object({ ReferenceId: z.array(z.string()).nullish() }))
          .nullish()
          .transform((list) => list ?? []),
      })
      .nullish(),
  }),
});
export type XacmlRequest = z.output<typeof xacmlRequest>['Request'];

const XML_SCHEMA = 'http://www.w3.org/2001/XMLSchema#';
const DATA_TYPES = ['string', 'anyURI', 'integer'] as const;
const STATUS = 'urn:oasis:names:tc:xacml:1.0:status:';

/** The full name of a data type; `undefined` for one that the PDP does not know. */
export function toDataType(given: string | null | undefined): string | undefined {
  if (!given) return `${XML_SCHEMA}string`;
  const known = DATA_TYPES.find((name) => given === `${XML_SCHEMA}${name}` || (given === name && name !== 'integer'));
  return known && `${XML_SCHEMA}${known}`;
}

/** The categories of a request under their full names, in the order of the answer's echo. */
export function categoriesOf(request: XacmlRequest): readonly (XacmlCategory & { readonly CategoryId: string })[] {
  const named = (list: readonly XacmlCategory[], name: string) => list.map((one) => ({ ...one, CategoryId: name }));
  return [
    ...named(request.AccessSubject, SUBJECT_CATEGORY),
    ...named(request.Action, ACTION_CATEGORY),
    ...named(request.Resource, RESOURCE_CATEGORY),
    ...request.Category.map((one) => ({ ...one, CategoryId: one.CategoryId ?? '' })),
  ];
}

/** A whole answer in the profile's shape. @see altinn-api.md §15.3 */
export function toXacmlResponse(results: readonly ReturnType<typeof toXacmlResult>[]) {
  return { response: results };
}
export type XacmlResponse = ReturnType<typeof toXacmlResponse>;

/** One result: nulls are written, obligations only with a Permit, the echo only where something was decided. */
export function toXacmlResult(decision: Decision, asked: readonly (XacmlCategory & { readonly CategoryId: string })[]) {
  const hasEcho = decision.decision === 'Permit' || decision.decision === 'NotApplicable';
  return {
    decision: decision.decision,
    status: toStatus(decision.fault),
    obligations: decision.obligations.length === 0 ? null : decision.obligations.map(toObligation),
    associateAdvice: null,
    category: hasEcho ? toEcho(asked) : null,
    policyIdentifierList: null,
  };
}

function toStatus(fault: Fault | undefined) {
  return {
    statusMessage: null,
    statusDetails: null,
    statusCode: { value: `${STATUS}${fault ?? 'ok'}`, statusCode: null },
  };
}

function toObligation(obligation: Decision['obligations'][number]) {
  const { id, attributeId, category: purpose, value, dataType = `${XML_SCHEMA}integer` } = obligation;
  return { id, attributeAssignment: [{ attributeId, value, category: purpose, dataType, issuer: null }] };
}

function toEcho(asked: readonly (XacmlCategory & { readonly CategoryId: string })[]) {
  const echoed = asked
    .map(({ CategoryId, Attribute }) => ({
      categoryId: CategoryId,
      id: null,
      content: null,
      attribute: Attribute.filter((one) => one.IncludeInResult === true).map(toEchoedAttribute),
    }))
    .filter((one) => one.attribute.length > 0);
  return echoed.length === 0 ? null : echoed;
}

function toEchoedAttribute(one: XacmlAttribute) {
  return {
    attributeId: one.AttributeId,
    value: one.Value,
    issuer: one.Issuer ?? null,
    dataType: toDataType(one.DataType) ?? null,
    includeInResult: false,
  };
}

const statusDto = z.strictObject({
  statusMessage: z.null(),
  statusDetails: z.null(),
  statusCode: z.strictObject({ value: z.string(), statusCode: z.null() }),
});
const obligationDto = z.strictObject({
  id: z.string(),
  attributeAssignment: z.array(
    z.strictObject({
      attributeId: z.string(),
      value: z.string(),
      category: z.string(),
      dataType: z.string(),
      issuer: z.null(),
    }),
  ),
});
const echoDto = z.strictObject({
  categoryId: z.string(),
  id: z.null(),
  content: z.null(),
  attribute: z.array(
    z.strictObject({
      attributeId: z.string(),
      value: z.string(),
      issuer: z.string().nullable(),
      dataType: z.string().nullable(),
      includeInResult: z.boolean(),
    }),
  ),
});

const resultDto = z
  .strictObject({
    decision: z.enum(['Permit', 'Deny', 'NotApplicable', 'Indeterminate']),
    status: statusDto,
    obligations: z.array(obligationDto).nullable(),
    associateAdvice: z.null(),
    category: z.array(echoDto).nullable(),
    policyIdentifierList: z.null(),
  })
  .meta({ id: 'XacmlResult' });

/** What `toXacmlResponse` gives; nulls are written. */
export const xacmlResponse = z.strictObject({ response: z.array(resultDto) });

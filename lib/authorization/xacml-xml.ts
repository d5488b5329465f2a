import { childrenOf, type Element, escapeXml, readXml, XACML_NAMESPACE } from '../resources/policies/xml.ts';
import type { XacmlResponse } from './schema.ts';

/**
 * Reads a XACML 3.0 request in XML as the body that the JSON profile has for it.
 * @returns `undefined` for what is not XML, or another document
 * @see XACML 3.0 core §5.42 to §5.46, JSON profile §4
 */
export function readXacmlXml(xml: string): unknown {
  const root = findRoot(xml);
  if (root?.name !== 'Request' || !xml.includes(XACML_NAMESPACE)) return undefined;
  return {
    Request: {
      Category: childrenOf(root, 'Attributes').map((attributes) => ({
        Id: attributes.attributes.id,
        CategoryId: attributes.attributes.Category,
        Attribute: childrenOf(attributes, 'Attribute').flatMap(toAttributes),
      })),
      MultiRequests: {
        RequestReference: childrenOf(root, 'MultiRequests')
          .flatMap((list) => childrenOf(list, 'RequestReference'))
          .map((reference) => ({
            ReferenceId: childrenOf(reference, 'AttributesReference').map(({ attributes }) => attributes.ReferenceId),
          })),
      },
    },
  };
}

function findRoot(xml: string): Element | undefined {
  try {
    return readXml(xml);
  } catch {
    return undefined;
  }
}

/** One attribute of the JSON profile for each of the values. */
function toAttributes(attribute: Element): readonly object[] {
  const { AttributeId, Issuer, IncludeInResult } = attribute.attributes;
  return childrenOf(attribute, 'AttributeValue').map(({ text, attributes }) => ({
    AttributeId,
    Value: text,
    DataType: attributes.DataType,
    Issuer,
    IncludeInResult: IncludeInResult === 'true' || IncludeInResult === '1',
  }));
}

type Result = XacmlResponse['response'][number];
type Attribute = NonNullable<Result['category']>[number]['attribute'][number];

/** Writes an answer as XACML 3.0 XML. @see XACML 3.0 core §5.47 */
export function writeXacmlXml({ response }: XacmlResponse): string {
  return element('Response', { 'xmlns:xacml': XACML_NAMESPACE }, response.map(toResult));
}

function toResult({ decision, status, obligations, category }: Result): string {
  return element('Result', {}, [
    element('Decision', {}, [decision]),
    element('Status', {}, [element('StatusCode', { Value: status.statusCode.value })]),
    ...(obligations ? [element('Obligations', {}, obligations.map(toObligation))] : []),
    ...(category ?? []).map(({ categoryId, attribute }) =>
      element('Attributes', { Category: categoryId }, attribute.map(toAttribute)),
    ),
  ]);
}

function toObligation({ id, attributeAssignment }: NonNullable<Result['obligations']>[number]): string {
  const assignments = attributeAssignment.map(({ attributeId, category, dataType, value }) =>
    element('AttributeAssignment', { AttributeId: attributeId, Category: category, DataType: dataType }, [
      escapeXml(value),
    ]),
  );
  return element('Obligation', { ObligationId: id }, assignments);
}

function toAttribute({ attributeId, issuer, dataType, value }: Attribute): string {
  return element(
    'Attribute',
    { AttributeId: attributeId, ...(issuer === null ? {} : { Issuer: issuer }), IncludeInResult: 'false' },
    [element('AttributeValue', { DataType: dataType ?? '' }, [escapeXml(value)])],
  );
}

/** @param inside elements, or text that is escaped */
function element(name: string, attributes: Readonly<Record<string, string>>, inside: readonly string[] = []): string {
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${escapeXml(value)}"`);
  return `<xacml:${name}${written.join('')}>${inside.join('')}</xacml:${name}>`;
}

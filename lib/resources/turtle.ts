import type { LanguageTexts, Resource } from './model.ts';

const PREFIXES = `@prefix cpsv: <http://purl.org/vocab/cpsv#> .
@prefix cv: <http://data.europa.eu/m8g/> .
@prefix dcat: <http://www.w3.org/ns/dcat#> .
@prefix dct: <http://purl.org/dc/terms/> .
@prefix foaf: <http://xmlns.com/foaf/0.1/> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix vcard: <http://www.w3.org/2006/vcard/ns#> .
`;

/**
 * Describes the resources that portals may show as public services in RDF.
 * @param base the registry's address of one resource, without the id and with its last slash
 * @see RDF 1.1 Turtle · CPSV-AP
 */
export function toTurtle(resources: readonly Resource[], base: string): string {
  const shown = resources.filter((resource) => resource.visible);
  return [PREFIXES, ...shown.map((resource) => service(resource, base))].join('\n');
}

function service(resource: Resource, base: string): string {
  const owner = resource.hasCompetentAuthority;
  const statements = [
    'a cpsv:PublicService',
    `dct:identifier ${literal(resource.identifier)}`,
    ...languages('dct:title', resource.title),
    ...languages('dct:description', resource.description),
    ...(resource.keywords ?? []).map(({ word, language }) => `dcat:keyword ${tagged(word, language ?? 'nb')}`),
    ...(resource.homepage && isWebAddress(resource.homepage) ? [`foaf:page <${iri(resource.homepage)}>`] : []),
    ...(owner.organization ? [`cv:hasCompetentAuthority ${literal(owner.organization)}`] : []),
    ...resource.contactPoints.map(
      (point) =>
        `cv:contactPoint [ a vcard:Organization ; vcard:category ${literal(point.category ?? '')} ; vcard:hasEmail ${literal(point.email ?? '')} ; vcard:hasTelephone ${literal(point.telephone ?? '')} ]`,
    ),
  ];
  return `<${iri(base + resource.identifier)}>\n  ${statements.join(' ;\n  ')} .\n`;
}

function languages(predicate: string, texts: LanguageTexts): readonly string[] {
  return Object.entries(texts).map(([language, text]) => `${predicate} ${tagged(text, language)}`);
}

function tagged(text: string, language: string): string {
  return /^[a-zA-Z]{2,8}(-[a-zA-Z0-9]{1,8})*$/.test(language) ? `${literal(text)}@${language}` : literal(text);
}

/** Turtle's escapes for strings are those of JSON but for `\/`, which JSON.stringify never writes. */
function literal(text: string): string {
  return JSON.stringify(text);
}

function isWebAddress(text: string): boolean {
  return /^https?:\/\//i.test(text) && URL.canParse(text);
}

/** Percent-encodes what an IRI reference must not hold. */
function iri(text: string): string {
  return text.replace(/[\s<>"{}|\\^`]/g, encodeURIComponent);
}

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { OpenApi, Operation } from './openapi.ts';

/** One operation with where it is, and the schemas that its own refer to. */
export type ListedOperation = Operation &
  Pick<OpenApi, 'components'> & { readonly method: string; readonly path: string };

/** One section of the reference, by the last part of its own address. */
export type ReferenceSection = {
  readonly slug: string;
  readonly title: string;
  readonly operations: readonly ListedOperation[];
};

/** Sections that belong together. */
export type ReferenceGroup = { readonly name: string; readonly sections: readonly ReferenceSection[] };

/**
 * Reads the description that the build has written, arranged for readers.
 * @returns an empty list when it has not been written.
 */
export async function readReference(): Promise<readonly ReferenceGroup[]> {
  const text = await readFile(join(process.cwd(), 'public', 'openapi.json'), 'utf8').catch(() => undefined);
  return text === undefined ? [] : toReference(JSON.parse(text) as OpenApi);
}

/** Keeps the operations whose description names a code, section by section. */
export function sectionsAnswering(reference: readonly ReferenceGroup[], code: string): readonly ReferenceSection[] {
  return reference
    .flatMap(({ sections }) => sections)
    .map((section) => ({ ...section, operations: section.operations.filter((each) => statusOf(each, code)) }))
    .filter(({ operations }) => operations.length > 0);
}

/** The status under which an operation's description names a code. */
export function statusOf({ responses }: ListedOperation, code: string): string | undefined {
  return Object.keys(responses).find((status) => String(responses[status]?.description).includes(code));
}

/** Arranges a description by group and section, each operation where its tag says. */
function toReference(document: OpenApi): readonly ReferenceGroup[] {
  const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      ...operation,
      method: method.toUpperCase(),
      path,
      components: document.components,
    })),
  );
  return document['x-tagGroups'].map(({ name, tags }) => ({
    name,
    sections: tags
      .map((title) => ({
        slug: toSlug(title),
        title,
        operations: operations.filter((operation) => operation.tags[0] === title),
      }))
      .sort((a, b) => Number(isOlder(a)) - Number(isOlder(b)) || (a.title < b.title ? -1 : 1)),
  }));
}

/** Older addresses come last. */
function isOlder({ operations }: ReferenceSection): boolean {
  return operations.every((operation) => operation.deprecated);
}

function toSlug(title: string): string {
  return title
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}

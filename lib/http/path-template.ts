import { BareError } from '../kernel/errors.ts';

/** The path template of a whole route; a star stands for an endpoint that there is not. */
export function routeOf(base: string, path = '*'): string {
  return path === '' ? base : `${base}/${path}`;
}

/**
 * The template that a path matches best, with its base; `undefined` when it matches none.
 * @param templates paths below the base
 */
export function findRoute(base: string, templates: readonly string[], pathname: string): string | undefined {
  const segments = split(pathname).slice(split(base).length);
  const [best] = templates
    .map((path) => ({ path, segments: split(path) }))
    .filter((template) => matchesPath(template.segments, segments))
    .sort(literalFirst);
  return best && routeOf(base, best.path);
}

/** The segments of a path. One slash at the end means nothing; an empty segment before it stays, and matches nothing. */
export function split(path: string): string[] {
  const inner = path.replace(/^\//, '').replace(/\/$/, '');
  return inner === '' ? [] : inner.split('/');
}

function isParam(segment: string): boolean {
  return segment.startsWith('{');
}

/** Whether a path is one of a template's: literal segments match without regard to case, parameters anything but nothing. */
export function matchesPath(template: readonly string[], segments: readonly string[]): boolean {
  return (
    template.length === segments.length &&
    template.every((part, index) => {
      const segment = segments[index];
      return isParam(part) ? segment !== '' : part.toLowerCase() === segment?.toLowerCase();
    })
  );
}

/** Literal segments sort before parameters, from the left. */
export function literalFirst(a: { segments: readonly string[] }, b: { segments: readonly string[] }): number {
  for (const [index, part] of a.segments.entries()) {
    const difference = Number(isParam(part)) - Number(isParam(b.segments[index] ?? ''));
    if (difference !== 0) return difference;
  }
  return 0;
}

/** The values of a template's parameters, decoded. @throws BareError 400 for what cannot be decoded */
export function paramsOf(template: readonly string[], segments: readonly string[]): Record<string, string> {
  const params: Record<string, string> = Object.create(null);
  for (const [index, part] of template.entries()) {
    if (isParam(part)) params[part.slice(1, -1)] = decode(segments[index] ?? '');
  }
  return params;
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    throw new BareError(400);
  }
}

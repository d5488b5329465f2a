import { describe, expect, it } from 'vitest';
import { findRoute } from './path-template.ts';

const TEMPLATES = ['v1/things', 'v1/things/{id}', 'v1/things/own', ''];

describe('the route of a path', () => {
  it.each([
    ['/base/v1/things', '/base/v1/things'],
    ['/BASE/v1/Things/', '/base/v1/things'],
    ['/base/v1/things/14837912092', '/base/v1/things/{id}'],
    ['/base/v1/things/OWN', '/base/v1/things/own'],
    ['/base', '/base'],
    ['/base/v1/things/1/2', undefined],
    ['/base/v1/things//', undefined],
  ])('%s is %s', (pathname, route) => {
    expect(findRoute('/base', TEMPLATES, pathname)).toBe(route);
  });
});

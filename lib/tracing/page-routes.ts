import { existsSync, readFileSync } from 'node:fs';

type Manifest = {
  readonly staticRoutes: readonly { readonly page: string; readonly regex: string }[];
  readonly dynamicRoutes: readonly { readonly page: string; readonly regex: string }[];
};

/**
 * Names the page that Next serves at a path as its folder is called, such as `/vendor/requests/[id]`.
 * @param file what the build says of its routes; without it no page has a name
 */
export function readPageRoutes(file: string): (pathname: string) => string | undefined {
  if (!existsSync(file)) return () => undefined;
  const { staticRoutes, dynamicRoutes } = JSON.parse(readFileSync(file, 'utf8')) as Manifest;
  const routes = [...staticRoutes, ...dynamicRoutes].map(({ page, regex }) => ({ page, pattern: new RegExp(regex) }));
  return (pathname) => routes.find(({ pattern }) => pattern.test(pathname))?.page;
}

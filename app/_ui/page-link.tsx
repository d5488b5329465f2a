import NextLink from 'next/link';
import type { ComponentProps } from 'react';

/**
 * A link to a page of the portal. Nothing is fetched before it is followed: pages are made for each reader, so fetching
 * ahead would ask the server for every link in view, twice, and show nothing sooner.
 */
export function PageLink(props: Omit<ComponentProps<typeof NextLink>, 'prefetch'>) {
  return <NextLink {...props} prefetch={false} />;
}

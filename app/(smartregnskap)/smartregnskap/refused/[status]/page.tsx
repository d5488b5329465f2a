import { headers } from 'next/headers';
import { notFound } from 'next/navigation';
import NotFound from '../../not-found.tsx';
import { readTexts } from '../../page-context.ts';

type Props = { readonly params: Promise<{ readonly status: string }> };

/** Said by the server when it draws this in place of a page that is missing or broken. */
const REFUSAL_HEADER = 'x-portal-refusal';

/** What a reader sees in place of a page that is missing or broken, under that page's own address. */
export default async function RefusedPage({ params }: Props) {
  const { status } = await params;
  if ((await headers()).get(REFUSAL_HEADER) !== status) notFound();
  if (status === '404') return <NotFound />;
  const { texts } = await readTexts();
  return (
    <>
      <h1>{texts.unreachableHeading}</h1>
      <p>{texts.unreachableText}</p>
    </>
  );
}

import { translator } from '#lib/session/translator.ts';
import { Header } from './_parts/header.tsx';
import { NotFoundContent } from './_parts/not-found-content.tsx';
import { notFoundTexts } from './_parts/not-found-texts.ts';
import { Reading } from './_parts/reading.tsx';

/** Stands where there is no page, when the browser draws it or no wing knows the address; see `(open)/refused`. */
export default async function NotFound() {
  const { title } = await notFoundTexts();
  const common = await translator('common');
  return (
    <>
      <title>{`${title} – ${common('product')}`}</title>
      <Header />
      <Reading>
        <NotFoundContent />
      </Reading>
    </>
  );
}

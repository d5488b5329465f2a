import { translator } from '#lib/session/translator.ts';
import { Header } from './_parts/header.tsx';
import { NotFoundContent } from './_parts/not-found-content.tsx';
import { Reading } from './_parts/reading.tsx';

/** Stands where there is no page, when the browser draws it or no wing knows the address; see `(open)/refused`. */
export default async function NotFound() {
  const t = await translator('errors');
  const common = await translator('common');
  return (
    <>
      <title>{`${t('notFound.title')} – ${common('product')}`}</title>
      <Header />
      <Reading>
        <NotFoundContent />
      </Reading>
    </>
  );
}

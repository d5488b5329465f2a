import { translator } from '#lib/session/translator.ts';
import { ForbiddenContent } from './_parts/forbidden-content.tsx';
import { Header } from './_parts/header.tsx';
import { Reading } from './_parts/reading.tsx';

/** Stands where a page may not be opened, when the browser draws it; see `(open)/refused` for the server's. */
export default async function Forbidden() {
  const t = await translator('errors');
  const common = await translator('common');
  return (
    <>
      <title>{`${t('forbidden.title')} – ${common('product')}`}</title>
      <Header />
      <Reading>
        <ForbiddenContent />
      </Reading>
    </>
  );
}

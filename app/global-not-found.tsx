import PortalLayout from './(portal)/layout.tsx';
import NotFound from './(portal)/not-found.tsx';

/** Answers every address that no wing knows; a document of its own, drawn on the server. */
export default function GlobalNotFound() {
  return (
    <PortalLayout>
      <NotFound />
    </PortalLayout>
  );
}

/** A link that leads nowhere. Said to be a page, so that the server draws the one for that; see `(open)/refused`. */
export function noSuchLink(): Response {
  return new Response(null, { status: 404, headers: { 'content-type': 'text/html' } });
}

import { CardBox } from '#app/_ui/card-box.tsx';
import { Heading } from '#app/_ui/ds.ts';
import type { Context } from '#lib/context/context.ts';
import { type Right, resourceIdsOf } from '#lib/register/model.ts';
import type { AnyRequest } from '#lib/requests/model.ts';
import { findAccessPackages } from '#lib/resources/access-packages/find-access-package.ts';
import { textIn } from '#lib/resources/access-packages/model.ts';
import { findNamedResources } from '#lib/resources/find-named-resources.ts';
import { pageLanguage, translator } from '#lib/session/translator.ts';
import { ClosedTag } from '../../../_parts/closed-tag.tsx';

/** What the request asks for, by name and id. */
export async function Asks({ db, request }: { readonly db: Context['db']; readonly request: AnyRequest }) {
  const t = await translator('vendor');
  const isChange = request.kind === 'change';
  const added = isChange
    ? await namesOf(db, request.requiredRights, request.requiredAccessPackages)
    : await namesOf(db, request.rights, request.accessPackages);
  const removed = isChange ? await namesOf(db, request.unwantedRights, request.unwantedAccessPackages) : [];
  const lines = [
    ...added.map((each) => ({ ...each, name: isChange ? t('requests.asksAdd', each) : each.name })),
    ...removed.map((each) => ({ ...each, name: t('requests.asksRemove', each) })),
  ];
  return (
    <CardBox>
      <Heading level={2} data-size="xs">
        {t('requests.asks')}
      </Heading>
      <ul className="flex flex-col gap-3">
        {lines.map(({ id, name, isClosed }) => (
          <li key={`${name}-${id}`} className="break-words">
            {name}
            <div>
              <code className="text-sm break-all text-text-subtle">{id}</code>
            </div>
            {isClosed && <ClosedTag />}
          </li>
        ))}
      </ul>
    </CardBox>
  );
}

async function namesOf(db: Context['db'], rights: readonly Right[], urns: readonly string[]) {
  const language = await pageLanguage();
  const ids = rights.flatMap(resourceIdsOf);
  const resources = await findNamedResources(db, ids);
  const packages = await findAccessPackages(db, urns);
  return [
    ...ids.map((id) => {
      const resource = resources.get(id);
      return { id, name: textIn(resource?.title ?? { nb: id }, language), isClosed: resource?.isClosed ?? false };
    }),
    ...urns.map((id) => ({ id, name: textIn(packages.get(id)?.name ?? { nb: id }, language), isClosed: false })),
  ];
}

import { DescriptionList } from '#app/_ui/description-list.tsx';
import { Moment } from '#app/_ui/moment.tsx';
import type { Scope } from '#lib/maskinporten/scopes/model.ts';
import { pageLanguage, translator } from '#lib/session/translator.ts';

/** What the owner has decided of a scope. */
export async function Definition({ scope }: { readonly scope: Scope }) {
  const t = await translator('owner');
  const language = await pageLanguage();
  return (
    <DescriptionList
      items={[
        { term: t('scopes.visibility'), description: t(`scopes.visibilities.${scope.visibility}`) },
        { term: t('scopes.forAllShort'), description: scope.accessibleForAll ? t('yes') : t('no') },
        { term: t('scopes.delegationSource'), description: scope.delegationSource ?? t('scopes.noDelegation') },
        {
          term: t('scopes.maxAgeShort'),
          description: scope.atMaxAge > 0 ? t('scopes.seconds', { count: scope.atMaxAge }) : t('scopes.maxAgeNone'),
        },
        { term: t('scopes.types'), description: scope.allowedIntegrationTypes.join(', ') || t('scopes.typesAny') },
        { term: t('created'), description: <Moment at={scope.createdAt} language={language} /> },
        { term: t('changed'), description: <Moment at={scope.updatedAt} language={language} withTime /> },
      ]}
    />
  );
}

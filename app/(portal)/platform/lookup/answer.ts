import { formatOrgNo } from '#lib/i18n/format.ts';
import { pageLanguage, translator } from '#lib/session/translator.ts';
import type { FoundSystemUser, PartyLookup } from '#lib/systemusers/look-up-party.ts';
import type { Answer, AnswerItem } from '../../_parts/form-state.ts';
import { addressOf } from '../../_parts/page-query.ts';
import { roleWithCode } from '../../_parts/role-words.ts';

/** What a look-up found, in the reader's language, with links to the pages that the operator has of it. */
export async function toAnswer(found: PartyLookup | undefined, number: string): Promise<Answer> {
  const t = await translator('platform');
  if (!found) return { tone: 'warning', title: t('lookup.nobody'), sections: [] };
  const sections = found.kind === 'person' ? await placesOf(found) : await partsOf(found, number);
  return { tone: 'info', title: found.name, text: t('lookup.logged'), sections };
}

async function placesOf({ places }: PartyLookup & { readonly kind: 'person' }): Promise<Answer['sections']> {
  const t = await translator('platform');
  const wordsOf = await roleWords();
  return places.map(({ organisation: { name, orgNo }, roles, packages }) => ({
    heading: `${name} (${formatOrgNo(orgNo)})`,
    items: [
      t('lookup.roles', { roles: wordsOf(roles) || t('lookup.none') }),
      {
        text: t('lookup.packages', { count: packages.length }),
        links: [{ text: t('lookup.trailOf', { name }), href: addressOf('/platform/audit', { party: orgNo }) }],
      },
    ],
  }));
}

async function partsOf(
  { name, people, systemUsers }: PartyLookup & { readonly kind: 'organisation' },
  orgNo: string,
): Promise<Answer['sections']> {
  const t = await translator('platform');
  const wordsOf = await roleWords();
  const users: AnswerItem[] = [];
  for (const { rows, total } of systemUsers) {
    for (const found of rows) users.push(await systemUserItem(found, name));
    if (total > rows.length) users.push(t('lookup.more', { count: total - rows.length }));
  }
  const whole = {
    text: t('lookup.trail'),
    links: [{ text: t('lookup.trailOf', { name }), href: addressOf('/platform/audit', { party: orgNo }) }],
  };
  return [
    { heading: t('lookup.people'), items: people.map((each) => `${each.name}: ${wordsOf(each.roles)}`) },
    { heading: t('lookup.systemUsers'), items: users },
    { heading: t('lookup.happened'), items: [whole] },
  ].map(({ heading, items }) => ({ heading, items: items.length > 0 ? items : [t('lookup.none')] }));
}

/** System, vendor and owner by name; the vendor's page, and all that was done with the system user. */
async function systemUserItem({ user, systemName, vendorName }: FoundSystemUser, owner: string): Promise<AnswerItem> {
  const t = await translator('platform');
  const { externalRef, id, systemId, vendorOrgNo } = user;
  const words = { system: systemName[await pageLanguage()], systemId, vendor: vendorName, owner, externalRef };
  return {
    text: t(`lookup.${stateOf(user)}`, words),
    links: [
      { text: vendorName, href: `/platform/vendors/${vendorOrgNo}` },
      { text: t('lookup.historyOf', { id }), href: addressOf('/platform/audit', { about: id }) },
    ],
  };
}

function stateOf({ isDeleted, suspension }: FoundSystemUser['user']) {
  if (isDeleted) return 'endedUser' as const;
  return suspension ? ('suspendedUser' as const) : ('systemUser' as const);
}

async function roleWords(): Promise<(roles: readonly string[]) => string> {
  const owner = await translator('owner');
  return (roles) => roles.map((role) => roleWithCode(owner, role)).join(', ');
}

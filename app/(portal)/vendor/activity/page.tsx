import type { Metadata } from 'next';
import { ButtonLink } from '#app/_ui/button-link.tsx';
import { Table, TableBody, TableCell, TableHead, TableHeaderCell, TableRow } from '#app/_ui/ds.ts';
import { EmptyState } from '#app/_ui/empty-state.tsx';
import { Moment } from '#app/_ui/moment.tsx';
import { OrgNo } from '#app/_ui/org-no.tsx';
import { Pages } from '#app/_ui/pages.tsx';
import { TableRegion } from '#app/_ui/table-region.tsx';
import type { Activity, ActivityPlace } from '#lib/audit/list-activity.ts';
import { formatOrgNo } from '#lib/i18n/format.ts';
import { readActivity } from '#lib/parties/read-activity.ts';
import { requireParty } from '#lib/session/page-context.ts';
import { pageLanguage, translator } from '#lib/session/translator.ts';
import { parsePlace, placeText } from '../../_parts/activity-place.ts';
import { ask } from '../../_parts/ask.ts';
import { eventText } from '../../_parts/event-text.ts';
import { PageHeading } from '../../_parts/page-heading.tsx';
import { one, type Query } from '../_parts/query.ts';
import { TabLinks } from '../_parts/tab-links.tsx';

const KINDS = {
  all: [],
  agreement: ['agreement.'],
  client: ['client.', 'client-keys.', 'scope-access.'],
  system: ['system.'],
  request: ['request.', 'change-request.'],
  systemuser: ['systemuser.'],
  token: ['token.'],
  webhook: ['webhook.'],
} as const;
type Kind = keyof typeof KINDS;
const NAMES = Object.keys(KINDS) as readonly Kind[];

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await translator('vendor'))('activity.title') };
}

export default async function ActivityPage({ searchParams }: { readonly searchParams: Query }) {
  const { context, organisation } = await requireParty();
  const t = await translator('vendor');
  const webhooks = await translator('webhooks');
  const query = await searchParams;
  const kind = NAMES.find((name) => name === query.kind) ?? 'all';
  const before = parsePlace(one(query.before));
  const { orgNo } = organisation;
  const page = await ask(readActivity(context, { side: 'vendor', orgNo, prefixes: KINDS[kind], before }));
  const hrefOf = (next?: ActivityPlace) => {
    const params = new URLSearchParams({
      ...(kind === 'all' ? {} : { kind }),
      ...(next ? { before: placeText(next) } : {}),
    });
    return params.size === 0 ? '/vendor/activity' : `/vendor/activity?${params}`;
  };
  return (
    <>
      <PageHeading size="md" title={t('activity.title')} lead={t('activity.lead', { organisation: organisation.name })}>
        <ButtonLink href="/vendor/activity/webhooks" variant="secondary">
          {webhooks('link')}
        </ButtonLink>
      </PageHeading>
      <TabLinks
        label={t('activity.filterLabel')}
        current={kind}
        items={NAMES.map((id) => ({
          id,
          href: id === 'all' ? '/vendor/activity' : `/vendor/activity?kind=${id}`,
          text: t(`activity.kinds.${id}`),
        }))}
      />
      {page.items.length === 0 ? (
        <EmptyState text={t(kind === 'all' ? 'activity.empty' : 'activity.emptyFilter')} />
      ) : (
        <TableRegion label={t('activity.caption')}>
          <Table>
            <caption className="sr-only">{t('activity.caption')}</caption>
            <TableHead>
              <TableRow>
                <TableHeaderCell scope="col">{t('activity.when')}</TableHeaderCell>
                <TableHeaderCell scope="col">{t('activity.what')}</TableHeaderCell>
                <TableHeaderCell scope="col">{t('activity.customer')}</TableHeaderCell>
              </TableRow>
            </TableHead>
            <TableBody>
              {page.items.map((activity) => (
                <Row key={activity.id} activity={activity} />
              ))}
            </TableBody>
          </Table>
        </TableRegion>
      )}
      {page.items.length > 0 && (
        <Pages
          label={t('activity.filter')}
          summary={t('activity.shown', { count: page.items.length })}
          previous={before === undefined ? undefined : { href: hrefOf(), text: t('activity.newest') }}
          next={page.next === undefined ? undefined : { href: hrefOf(page.next), text: t('activity.older') }}
        />
      )}
    </>
  );
}

async function Row({ activity }: { readonly activity: Activity }) {
  const t = await translator('vendor');
  const words = await translator('activity');
  const language = await pageLanguage();
  const { actorKind, actorName, actorId, partyOrgNo } = activity;
  const names = {
    person: actorName || t('activity.actor.customer'),
    organisation: formatOrgNo(actorId),
    system: t('activity.actor.system'),
    anonymous: t('activity.actor.anonymous'),
  };
  return (
    <TableRow>
      <TableCell data-label={t('activity.when')}>
        <Moment at={activity.at} language={language} withTime />
      </TableCell>
      <TableCell data-label={t('activity.what')}>
        {eventText(words, { action: activity.action, actorName: names[actorKind] })}
        <div>
          <code className="text-sm break-all text-text-subtle">{activity.subjectId}</code>
        </div>
      </TableCell>
      <TableCell data-label={t('activity.customer')}>{partyOrgNo && <OrgNo orgNo={partyOrgNo} />}</TableCell>
    </TableRow>
  );
}

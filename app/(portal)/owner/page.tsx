import type { Metadata } from 'next';
import { CardBox } from '#app/_ui/card-box.tsx';
import { Heading } from '#app/_ui/ds.ts';
import { TextLink } from '#app/_ui/text-link.tsx';
import { Timeline, type TimelineItem } from '#app/_ui/timeline.tsx';
import { countConsumers } from '#lib/maskinporten/scopes/count-consumers.ts';
import { listGivenAccess } from '#lib/maskinporten/scopes/list-given-access.ts';
import { textIn } from '#lib/resources/access-packages/model.ts';
import { pageOwnResources } from '#lib/resources/page-own-resources.ts';
import { pageLanguage, translator } from '#lib/session/translator.ts';
import { ask } from '../_parts/ask.ts';
import { PageHeading } from '../_parts/page-heading.tsx';
import { requireOwner } from './_parts/require-owner.ts';
import { resourceHref } from './resources/_resource/resource-href.ts';
import { scopeHref } from './scopes/_scope/scope-href.ts';

/** How much asks for attention at once; the lists have the rest. */
const ATTENTION_MAX = 20;

export async function generateMetadata(): Promise<Metadata> {
  const t = await translator('owner');
  return { title: `${t('overview.title')}: ${t('title')}` };
}

export default async function OwnerPage() {
  const { context, organisation } = await requireOwner();
  const t = await translator('owner');
  const language = await pageLanguage();
  const consumers = (await ask(countConsumers(context))).filter(({ scope }) => scope.active);
  const scopes = consumers.map(({ scope }) => scope);
  const asked = await ask(listGivenAccess(context, { state: 'REQUESTED', inactive: false }));
  const { orgNo: ownerOrgNo } = organisation;
  const own = await ask(pageOwnResources(context, { ownerOrgNo }));
  const without = await ask(pageOwnResources(context, { ownerOrgNo, rules: 'missing' }));
  const withRules = await ask(pageOwnResources(context, { ownerOrgNo, rules: 'made' }));
  const open = new Set(consumers.filter(({ approved }) => approved > 0).map(({ scope }) => scope.name));
  const unused = scopes.filter(({ name, accessibleForAll }) => !accessibleForAll && !open.has(name));
  // Words are found for those alone that are shown: thousands take longer than all the rest of the page.
  const attention = [
    ...asked.map(({ scope, consumerName: name }) => () => ({
      text: t('overview.asked', { name, scope }),
      link: t('overview.answer', { name }),
      href: scopeHref(scope),
    })),
    ...without.rows.map(({ resource }) => () => ({
      text: t('overview.noPolicy', { resource: textIn(resource.title, language) }),
      link: t('overview.makeRules', { resource: resource.identifier }),
      href: resourceHref(resource.identifier, 'rules'),
    })),
    ...unused.map(({ name: scope }) => () => ({
      text: t('overview.noAccess', { scope }),
      link: t('overview.giveAccess', { scope }),
      href: scopeHref(scope),
    })),
  ];
  const shown = attention.slice(0, ATTENTION_MAX).map((say) => say());
  const more = asked.length + without.total + unused.length - shown.length;
  const firstScope = scopes[0] ? scopeHref(scopes[0].name) : '/owner/scopes';
  const firstResource = own.rows[0] ? resourceHref(own.rows[0].resource.identifier, 'rules') : '/owner/resources';
  const steps = await stepsOf([
    { name: 'scope', isDone: scopes.length > 0, href: '/owner/scopes/new' },
    {
      name: 'access',
      isDone: scopes.some(({ name, accessibleForAll }) => accessibleForAll || open.has(name)),
      href: firstScope,
    },
    { name: 'resource', isDone: own.total > 0, href: '/owner/resources/new' },
    { name: 'policy', isDone: withRules.total > 0, href: firstResource },
  ]);
  return (
    <>
      <PageHeading
        title={t('overview.title')}
        lead={t('overview.count', { scopes: scopes.length, resources: own.total })}
        size="md"
      />
      <CardBox>
        <Heading level={2} data-size="xs">
          {t('overview.attention')}
        </Heading>
        {shown.length === 0 ? (
          <p>{t('overview.calm')}</p>
        ) : (
          <ul className="flex flex-col">
            {shown.map(({ text, link, href }) => (
              <li
                key={text}
                className="flex flex-wrap justify-between gap-x-6 gap-y-1 border-b border-border-subtle py-3 last:border-b-0"
              >
                <span className="min-w-0 break-words">{text}</span>
                <TextLink href={href}>{link}</TextLink>
              </li>
            ))}
          </ul>
        )}
        {more > 0 && <p className="text-text-subtle">{t('overview.more', { count: more })}</p>}
      </CardBox>
      <CardBox>
        <Heading level={2} data-size="xs">
          {t('overview.steps')}
        </Heading>
        <p className="text-text-subtle">{t('overview.lead')}</p>
        <Timeline items={steps} />
      </CardBox>
    </>
  );
}

type Step = {
  readonly name: 'scope' | 'access' | 'resource' | 'policy';
  readonly isDone: boolean;
  readonly href: string;
};

/** The steps to a working service; the first that is not done is now, and leads to where it is done. */
async function stepsOf(steps: readonly Step[]): Promise<readonly TimelineItem[]> {
  const t = await translator('owner');
  const common = await translator('common');
  const current = steps.find(({ isDone }) => !isDone);
  return steps.map((step) => {
    const state = step.isDone ? 'done' : step === current ? 'current' : 'ahead';
    const title = t(`overview.step.${step.name}`);
    return {
      id: step.name,
      title,
      state,
      stateLabel: common(`timeline.${state}`),
      ...(state === 'current' ? { detail: <TextLink href={step.href}>{title}</TextLink> } : {}),
    };
  });
}

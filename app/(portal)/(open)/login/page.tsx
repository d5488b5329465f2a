import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { Alert, Button, Heading } from '#app/_ui/ds.ts';
import { env } from '#lib/config/env.ts';
import { findAsker } from '#lib/session/find-asker.ts';
import { pageContext } from '#lib/session/page-context.ts';
import { parseReturnTo } from '#lib/session/return-to.ts';
import { suggestPeople } from '#lib/session/suggest-people.ts';
import { LOGIN_REFUSALS, type LoginRefusal } from '#lib/session/synthetic-login.ts';
import { texts, translator } from '#lib/session/translator.ts';
import { PageHeading } from '../../_parts/page-heading.tsx';
import { Asked } from './asked.tsx';
import { NumberForm } from './number-form.tsx';
import { PersonList } from './person-list.tsx';

type Props = { readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await translator('login');
  return { title: t('title') };
}

export default async function LoginPage({ searchParams }: Props) {
  const given = await searchParams;
  const returnTo = parseReturnTo(one(given.returnTo) ?? pathOf(one(given.callbackUrl)));
  const query = (one(given.q) ?? '').slice(0, 100);
  const refusal = refusalOf(one(given.error));
  const t = await translator('login');
  const common = await translator('common');
  const context = await pageContext();
  // Another tab has chosen an organisation, and with it a new id, while this one asked under the old id.
  if (context.actor.kind === 'person' && returnTo !== '/' && !refusal) redirect(returnTo);
  const asker = await findAsker(context, returnTo);
  const { PORTAL_ENVIRONMENT, OIDC_ISSUER } = env();
  return (
    <>
      {asker && <Asked asker={asker} />}
      <PageHeading title={t('title')} lead={PORTAL_ENVIRONMENT === 'production' ? t('leadOidc') : t('lead')} />
      {refusal && (
        <Alert data-color="danger" role="alert">
          {t(`errors.${refusal}`)}
        </Alert>
      )}
      {OIDC_ISSUER && (
        <div>
          <Button asChild>
            <a href={`/login/oidc?returnTo=${encodeURIComponent(returnTo)}`}>{t('oidc')}</a>
          </Button>
        </div>
      )}
      {PORTAL_ENVIRONMENT !== 'production' && (
        <>
          <PersonList people={await suggestPeople(context, query)} query={query} returnTo={returnTo} />
          <section className="flex flex-col gap-4 border-t border-border-subtle pt-6">
            <Heading level={2} data-size="xs">
              {t('byNumber')}
            </Heading>
            <NumberForm
              returnTo={returnTo}
              texts={{
                label: t('number'),
                hint: t('numberHint'),
                submit: t('continue'),
                summary: common('errorSummary'),
                titlePrefix: common('errorTitle', { title: '' }),
                refusals: (await texts('login')).errors,
              }}
            />
          </section>
        </>
      )}
    </>
  );
}

/** Why somebody is here again; what next-auth adds in its own words is told in one of ours. */
function refusalOf(error: string | undefined): LoginRefusal | 'failed' | 'ended' | undefined {
  if (error === 'ended') return error;
  return LOGIN_REFUSALS.find((known) => known === error) ?? (error ? 'failed' : undefined);
}

function one(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value[0] : value;
}

/** next-auth names the way back by a whole address; only its path counts. */
function pathOf(address: string | undefined): string | undefined {
  if (!address || !URL.canParse(address)) return address;
  const url = new URL(address);
  return url.origin === new URL(env().PORTAL_URL).origin ? `${url.pathname}${url.search}` : undefined;
}

import { Dated } from '#app/_ui/dated.tsx';
import { Heading } from '#app/_ui/ds.ts';
import { EmptyState } from '#app/_ui/empty-state.tsx';
import { TextLink } from '#app/_ui/text-link.tsx';
import { pageLanguage, translator } from '#lib/session/translator.ts';
import type { Progress } from './read-progress.ts';

/** What waits for somebody at the vendor: answers, keys that end, customers that miss something. */
export async function Attention({ progress, at }: { readonly progress: Progress; readonly at: Date }) {
  const t = await translator('vendor');
  const language = await pageLanguage();
  const { requests, expiring, incomplete } = progress;
  const { waiting, waitingSince } = requests;
  const lines = [
    ...expiring.map(({ client, kid, expiresAt }) => ({
      id: `${client.clientId} ${kid}`,
      href: `/vendor/clients/${encodeURIComponent(client.clientId)}#keys`,
      text: (
        <Dated
          at={[expiresAt]}
          language={language}
          say={(date) =>
            t(expiresAt <= at ? 'overview.keyExpired' : 'overview.keyExpires', {
              kid: kid.length > 16 ? `${kid.slice(0, 12)}…` : kid,
              client: client.name,
              date,
            })
          }
        />
      ),
      hint: t('overview.keyHint'),
    })),
    ...(waitingSince
      ? [
          {
            id: 'waiting',
            href: '/vendor/requests?show=waiting',
            text: t('overview.waitingRequests', { count: waiting }),
            hint: <Dated at={[waitingSince]} language={language} say={(date) => t('overview.oldestSent', { date })} />,
          },
        ]
      : []),
    ...(incomplete > 0
      ? [
          {
            id: 'incomplete',
            href: '/vendor/system-users?show=missing',
            text: t('overview.missingRights', { count: incomplete }),
            hint: t('overview.missingHint'),
          },
        ]
      : []),
  ];
  return (
    <section className="flex flex-col gap-3">
      <Heading level={2} data-size="xs">
        {t('overview.attention')}
      </Heading>
      {lines.length === 0 ? (
        <EmptyState text={t('overview.nothing')} />
      ) : (
        <ul className="flex flex-col divide-y divide-border-subtle rounded-lg border border-border-subtle bg-background-default">
          {lines.map(({ id, href, text, hint }) => (
            <li key={id} className="flex flex-col items-start gap-1 p-4 sm:p-5">
              <TextLink href={href}>{text}</TextLink>
              <p className="text-sm text-text-subtle">{hint}</p>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

import { Heading } from '#app/_ui/ds.ts';
import { EmptyState } from '#app/_ui/empty-state.tsx';
import { TextLink } from '#app/_ui/text-link.tsx';
import { formatDate } from '#lib/i18n/format.ts';
import { pageLanguage, translator } from '#lib/session/translator.ts';
import type { Progress } from './read-progress.ts';

/** What waits for somebody at the vendor: answers, keys that end, customers that miss something. */
export async function Attention({ progress, at }: { readonly progress: Progress; readonly at: Date }) {
  const t = await translator('vendor');
  const language = await pageLanguage();
  const { waiting, expiring, incomplete } = progress;
  const oldest = waiting.at(-1);
  const lines = [
    ...expiring.map(({ client, kid, expiresAt }) => ({
      href: `/vendor/clients/${encodeURIComponent(client.clientId)}#keys`,
      text: t(expiresAt <= at ? 'overview.keyExpired' : 'overview.keyExpires', {
        kid: kid.length > 16 ? `${kid.slice(0, 12)}…` : kid,
        client: client.name,
        date: formatDate(language, expiresAt),
      }),
      hint: t('overview.keyHint'),
    })),
    ...(oldest
      ? [
          {
            href: '/vendor/requests?show=waiting',
            text: t('overview.waitingRequests', { count: waiting.length }),
            hint: t('overview.oldestSent', { date: formatDate(language, oldest.request.createdAt) }),
          },
        ]
      : []),
    ...(incomplete > 0
      ? [
          {
            href: '/vendor/system-users',
            text: t('overview.missingRights', { count: incomplete }),
            hint: t('overview.missingHint'),
          },
        ]
      : []),
  ];
  return (
    <section aria-labelledby="attention" className="flex flex-col gap-3">
      <Heading level={2} data-size="xs" id="attention">
        {t('overview.attention')}
      </Heading>
      {lines.length === 0 ? (
        <EmptyState text={t('overview.nothing')} />
      ) : (
        <ul className="flex flex-col divide-y divide-border-subtle rounded-lg border border-border-subtle bg-background-default">
          {lines.map(({ href, text, hint }) => (
            <li key={text} className="flex flex-col items-start gap-1 p-4 sm:p-5">
              <TextLink href={href}>{text}</TextLink>
              <p className="text-sm text-text-subtle">{hint}</p>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

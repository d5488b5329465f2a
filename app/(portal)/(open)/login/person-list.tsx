import { Button, Heading, Textfield } from '#app/_ui/ds.ts';
import { SubmitRow } from '#app/_ui/submit-button.tsx';
import type { Suggestion } from '#lib/session/suggest-people.ts';
import { translator } from '#lib/session/translator.ts';
import { logInAs } from '../../_parts/account-actions.ts';

const ROLES = ['DAGL', 'LEDE', 'ADMAI', 'HADM', 'KLADM'] as const;

/** Synthetic people to sign in as, each with a button of its own name, and a search among them. */
export async function PersonList({
  people,
  query,
  returnTo,
}: {
  readonly people: readonly Suggestion[];
  readonly query: string;
  readonly returnTo: string;
}) {
  const t = await translator('login');
  const common = await translator('common');
  return (
    <section className="flex flex-col gap-5">
      <form method="get" action="/login" className="flex flex-wrap items-end gap-3">
        <input type="hidden" name="returnTo" value={returnTo} />
        <Textfield label={t('search')} name="q" defaultValue={query} autoComplete="off" className="min-w-0 flex-1" />
        <Button type="submit" variant="secondary">
          {common('actions.search')}
        </Button>
      </form>
      <Heading level={2} data-size="xs">
        {query === '' ? t('suggested') : t('found', { count: people.length, query })}
      </Heading>
      <ul className="grid gap-3 sm:grid-cols-2">
        {people.map(({ person, organisation, role }) => (
          <li key={person.uuid}>
            <form action={logInAs} className="h-full">
              <input type="hidden" name="returnTo" value={returnTo} />
              <input type="hidden" name="personUuid" value={person.uuid} />
              <SubmitRow className="focus-ring flex h-full min-h-16 w-full cursor-pointer flex-col justify-center rounded-lg border border-border-subtle bg-background-default px-4 py-3 text-left hover:border-border-strong hover:bg-surface-hover">
                <span className="font-medium">
                  <span className="sr-only">{t('continueAs', { name: '' })}</span>
                  <bdi>{person.name}</bdi>
                </span>
                {organisation && (
                  <span className="text-sm text-text-subtle">
                    {t('personAt', {
                      role: t(`roles.${ROLES.find((known) => known === role) ?? 'other'}`),
                      organisation: organisation.name,
                    })}
                  </span>
                )}
              </SubmitRow>
            </form>
          </li>
        ))}
      </ul>
    </section>
  );
}

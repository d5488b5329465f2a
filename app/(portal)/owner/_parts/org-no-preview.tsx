import { DataTable } from '#app/_ui/data-table.tsx';
import { Alert, Button, Heading, Label, Textarea } from '#app/_ui/ds.ts';
import { OrgNo } from '#app/_ui/org-no.tsx';
import { SubmitButton } from '#app/_ui/submit-button.tsx';
import { TextLink } from '#app/_ui/text-link.tsx';
import type { Context } from '#lib/context/context.ts';
import { findOrganisation } from '#lib/parties/find-party.ts';
import { translator } from '#lib/session/translator.ts';
import { ActingFor } from '../../_parts/acting-for.tsx';
import { parseOrgNos } from './org-nos.ts';

/**
 * Adds organisations by pasted numbers in two steps: first who they are, then the press that does it. Both steps are
 * plain forms; the numbers travel in the address, so that the look-up can be gone back to.
 */
export async function OrgNoPreview({
  context,
  orgUuid,
  pasted,
  already,
  href,
  hidden,
  action,
}: {
  readonly context: Context;
  readonly orgUuid: string;
  /** What was pasted, from the page's query; nothing at first. */
  readonly pasted: string | undefined;
  /** Numbers that are there already. */
  readonly already: ReadonlySet<string>;
  /** The page itself. */
  readonly href: string;
  readonly hidden: Readonly<Record<string, string>>;
  readonly action: (form: FormData) => Promise<void>;
}) {
  const t = await translator('owner');
  const { orgNos, wrong } = parseOrgNos(pasted ?? '');
  const known = await Promise.all(
    orgNos.map(async (orgNo) => ({ orgNo, name: (await findOrganisation(context.db, orgNo))?.name })),
  );
  const addable = known.filter(({ orgNo, name }) => name !== undefined && !already.has(orgNo));
  const verdict = (orgNo: string, name: string | undefined) => {
    if (name === undefined) return t('numbers.unknown');
    return already.has(orgNo) ? t('numbers.already') : t('numbers.ready');
  };
  const inHref = new URL(href, 'http://page').searchParams;
  return (
    <div className="flex flex-col gap-5" id="add">
      <form method="get" action={href.split('?')[0]} className="flex flex-col items-start gap-4">
        {[...inHref].map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <div className="ds-field w-full max-w-[36rem]">
          <Label htmlFor="numbers">{t('numbers.label')}</Label>
          <div data-field="description" id="numbers-description">
            {t('numbers.hint')}
          </div>
          <Textarea
            id="numbers"
            name="numbers"
            rows={3}
            defaultValue={pasted ?? ''}
            aria-describedby="numbers-description"
            autoComplete="off"
          />
        </div>
        <Button type="submit" variant="secondary">
          {t('numbers.lookUp')}
        </Button>
      </form>
      {pasted !== undefined && known.length + wrong.length > 0 && (
        <div className="flex flex-col gap-4">
          <Heading level={3} data-size="2xs">
            {t('numbers.found')}
          </Heading>
          {wrong.length > 0 && <Alert data-color="warning">{t('numbers.wrong', { numbers: wrong.join(', ') })}</Alert>}
          {known.length > 0 && (
            <DataTable
              caption={t('numbers.found')}
              columns={[t('organisation'), t('orgNo'), t('numbers.what')]}
              rows={known.map(({ orgNo, name }) => ({
                key: orgNo,
                cells: [name ?? '–', <OrgNo key="orgNo" orgNo={orgNo} />, verdict(orgNo, name)],
              }))}
            />
          )}
          {addable.length > 0 ? (
            <form action={action} className="flex flex-wrap items-center gap-4">
              <ActingFor orgUuid={orgUuid} />
              {Object.entries(hidden).map(([name, value]) => (
                <input key={name} type="hidden" name={name} value={value} />
              ))}
              <input type="hidden" name="orgNos" value={addable.map(({ orgNo }) => orgNo).join(' ')} />
              <SubmitButton>{t('numbers.add', { count: addable.length })}</SubmitButton>
              <TextLink href={href}>{t('cancel')}</TextLink>
            </form>
          ) : (
            <p>{t('numbers.nothing')}</p>
          )}
        </div>
      )}
    </div>
  );
}

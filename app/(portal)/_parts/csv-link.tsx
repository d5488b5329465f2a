import { Button } from '#app/_ui/ds.ts';
import { translator } from '#lib/session/translator.ts';

/** The button that fetches a list as a file for spreadsheets. */
export async function CsvLink({ href }: { readonly href: string }) {
  const t = await translator('activity');
  return (
    <Button asChild variant="secondary">
      <a href={href} download>
        {t('export')}
      </a>
    </Button>
  );
}

import { CodeBlock } from '#app/_ui/code-block.tsx';
import { Details, DetailsContent, DetailsSummary } from '#app/_ui/ds.ts';
import { env } from '#lib/config/env.ts';
import { translator } from '#lib/session/translator.ts';

/** What the page shows, as the call that a system makes for the same. */
export async function SameAsCall({
  call,
  scope,
  body,
  answer,
}: {
  readonly call: { readonly method: 'GET' | 'POST' | 'PUT'; readonly path: string };
  readonly scope: string;
  readonly body?: unknown;
  readonly answer?: { readonly label: string; readonly json: unknown };
}) {
  const t = await translator('vendor');
  const curl = [
    `curl -X ${call.method} ${env().PORTAL_URL}${call.path}`,
    `-H "Authorization: Bearer $TOKEN"   # ${scope}`,
    ...(body === undefined ? [] : [`-H 'Content-Type: application/json'`, '--data @body.json']),
  ];
  return (
    <Details>
      <DetailsSummary>{t('sameAsCall')}</DetailsSummary>
      <DetailsContent>
        <div className="flex flex-col gap-4">
          <p className="max-w-[42rem]">{t('callText')}</p>
          <CodeBlock label={t('curl')} code={toShell(curl)} />
          {body !== undefined && <CodeBlock label={t('json')} code={JSON.stringify(body, null, 2)} />}
          {answer && <CodeBlock label={answer.label} code={JSON.stringify(answer.json, null, 2)} />}
        </div>
      </DetailsContent>
    </Details>
  );
}

/** A comment ends its line, so it goes last and the lines before it are joined by backslashes. */
function toShell(lines: readonly string[]): string {
  const bare = lines.map((line) => line.replace(/\s+#.*$/, ''));
  const comment = lines.map((line) => line.match(/#.*$/)?.[0]).find((found) => found !== undefined);
  return [...(comment === undefined ? [] : [comment]), bare.join(' \\\n  ')].join('\n');
}

import { Breakable } from '#app/_ui/breakable.tsx';
import { CardBox } from '#app/_ui/card-box.tsx';
import { CodeBlock } from '#app/_ui/code-block.tsx';
import { DescriptionList } from '#app/_ui/description-list.tsx';
import { Heading, Tag } from '#app/_ui/ds.ts';
import { env } from '#lib/config/env.ts';
import { type JsonSchema, toRows } from '#lib/http/describe-schema.ts';
import type { ListedOperation } from '#lib/http/read-openapi.ts';
import { translator } from '#lib/session/translator.ts';
import { CodedText } from '../../../_parts/coded-text.tsx';
import { toCurl } from './curl.ts';
import { MembersTable } from './members-table.tsx';

const METHOD_COLORS = { GET: 'info', POST: 'success', PUT: 'warning', DELETE: 'danger' } as const;

/** One endpoint: who may call it, what it takes, what it answers, and a call to copy. */
export async function OperationPart({ operation }: { readonly operation: ListedOperation }) {
  const t = await translator('docs');
  const { operationId, method, path, summary, description, parameters, requestBody, responses } = operation;
  const access = (description ?? '').replace(/^Access: (anonymous; )?/, '');
  const [mediaType, body] = Object.entries(requestBody?.content ?? {})[0] ?? [];
  const members = body ? toRows(body.schema as JsonSchema, operation) : [];
  const answered = toRows(answerSchemaOf(responses), operation);
  const named = (what: string) => t('of', { what, operation: `${method} ${path}` });
  return (
    <section aria-labelledby={`${operationId} ${operationId}-address`}>
      <CardBox>
        <div className="flex flex-col gap-2">
          <Heading level={2} data-size="xs" id={operationId} lang="en">
            {summary}
          </Heading>
          <p className="flex flex-wrap items-center gap-2" id={`${operationId}-address`}>
            <Tag data-size="sm" data-color={METHOD_COLORS[method as keyof typeof METHOD_COLORS] ?? 'neutral'}>
              {method}
            </Tag>
            <code className="min-w-0">
              <Breakable text={path} />
            </code>
            {operation.deprecated && (
              <Tag data-size="sm" data-color="neutral">
                {t('olderAddress')}
              </Tag>
            )}
          </p>
          <p className="text-text-subtle">
            {t('access')}: {access === 'anonymous' ? t('open') : <span lang="en">{access}</span>}
          </p>
        </div>
        {parameters.length > 0 && (
          <Part title={t('parameters')}>
            <MembersTable
              label={named(t('parameters'))}
              rows={parameters.map((parameter) => ({
                name: parameter.name,
                type: t(parameter.in),
                required: parameter.required ?? false,
                description: parameter.description ?? '',
              }))}
              second={t('columns.where')}
            />
          </Part>
        )}
        {mediaType && (
          <Part title={t('body')}>
            <p>
              <code>{mediaType}</code>
            </p>
            {members.length > 0 && <MembersTable label={named(t('body'))} rows={members} second={t('columns.type')} />}
          </Part>
        )}
        <Part title={t('responses')}>
          <DescriptionList
            items={Object.entries(responses).map(([status, response]) => ({
              term: status === 'default' ? t('problem') : status,
              description: (
                <span lang="en">
                  <CodedText text={String(response.description)} />
                </span>
              ),
            }))}
          />
          {answered.length > 0 && (
            <MembersTable label={named(t('responses'))} rows={answered} second={t('columns.type')} />
          )}
        </Part>
        <Part title={t('example')}>
          <CodeBlock label={named(t('example'))} code={toCurl(operation, env().PORTAL_URL)} />
        </Part>
      </CardBox>
    </section>
  );
}

type Content = Readonly<Record<string, { readonly schema: JsonSchema }>>;

/** The body of the first success that has one. */
function answerSchemaOf(responses: ListedOperation['responses']): JsonSchema {
  const success = Object.entries(responses).find(([status, each]) => status.startsWith('2') && 'content' in each);
  const [content] = Object.values((success?.[1].content ?? {}) as Content);
  return content?.schema ?? {};
}

function Part({ title, children }: { readonly title: string; readonly children: React.ReactNode }) {
  return (
    <div className="flex flex-col gap-2">
      <Heading level={3} data-size="2xs">
        {title}
      </Heading>
      {children}
    </div>
  );
}

'use client';

import { useEffect, useRef } from 'react';
import { CodeBlock } from '#app/_ui/code-block.tsx';
import { Alert, Heading, Table, TableBody, TableCell, TableHead, TableHeaderCell, TableRow, Tag } from '#app/_ui/ds.ts';
import { TableRegion } from '#app/_ui/table-region.tsx';
import { TextLink } from '#app/_ui/text-link.tsx';
import type { Explanation } from './explain.ts';

export type ResultTexts = {
  readonly result: string;
  readonly checks: string;
  readonly header: string;
  readonly claims: string;
  readonly claimsCaption: string;
  readonly claim: string;
  readonly value: string;
  readonly meaning: string;
};

const COLORS = { passed: 'success', failed: 'danger', skipped: 'neutral' } as const;

/** Every check in order, with what the endpoint would say, and the claims explained. Takes focus when it appears. */
export function Result({ explanation, texts }: { readonly explanation: Explanation; readonly texts: ResultTexts }) {
  const heading = useRef<HTMLHeadingElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each new result takes focus
  useEffect(() => heading.current?.focus(), [explanation]);
  return (
    <section className="flex flex-col gap-5">
      <Heading level={2} data-size="xs" tabIndex={-1} ref={heading}>
        {texts.result}
      </Heading>
      <Alert data-color={explanation.good ? 'success' : 'danger'}>{explanation.verdict}</Alert>
      <Heading level={3} data-size="2xs">
        {texts.checks}
      </Heading>
      <ol className="flex flex-col divide-y divide-border-subtle rounded-lg border border-border-subtle bg-background-default">
        {explanation.checks.map(({ id, title, outcome, word, text, answer }) => (
          <li key={id} className="flex flex-col gap-1 p-4">
            <div className="flex flex-wrap items-center justify-between gap-2">
              <span className="font-medium">{title}</span>
              <Tag data-color={COLORS[outcome]}>{word}</Tag>
            </div>
            {text !== '' && <p>{text}</p>}
            {answer && (
              <>
                <code className="text-sm break-words text-text-subtle" lang="en">
                  {answer.description}
                </code>
                <TextLink href={answer.href}>{answer.link}</TextLink>
              </>
            )}
          </li>
        ))}
      </ol>
      {explanation.claims.length > 0 && <Claims claims={explanation.claims} texts={texts} />}
      <Heading level={3} data-size="2xs">
        {texts.header}
      </Heading>
      <CodeBlock label={texts.header} code={explanation.header} />
    </section>
  );
}

function Claims({ claims, texts }: { readonly claims: Explanation['claims']; readonly texts: ResultTexts }) {
  return (
    <>
      <Heading level={3} data-size="2xs">
        {texts.claims}
      </Heading>
      <TableRegion label={texts.claimsCaption}>
        <Table>
          <caption className="sr-only">{texts.claimsCaption}</caption>
          <TableHead>
            <TableRow>
              <TableHeaderCell scope="col">{texts.claim}</TableHeaderCell>
              <TableHeaderCell scope="col">{texts.value}</TableHeaderCell>
              <TableHeaderCell scope="col">{texts.meaning}</TableHeaderCell>
            </TableRow>
          </TableHead>
          <TableBody>
            {claims.map(({ name, value, moment, meaning }) => (
              <TableRow key={name}>
                <TableCell data-label={texts.claim}>
                  <code className="text-sm">{name}</code>
                </TableCell>
                <TableCell data-label={texts.value}>
                  <code className="text-sm break-all whitespace-pre-wrap">{value}</code>
                  {moment && (
                    <>
                      {' '}
                      <span className="text-sm">
                        (<time dateTime={moment.iso}>{moment.text}</time>)
                      </span>
                    </>
                  )}
                </TableCell>
                <TableCell data-label={texts.meaning}>{meaning}</TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      </TableRegion>
    </>
  );
}

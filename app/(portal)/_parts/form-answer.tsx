'use client';

import { useEffect, useRef } from 'react';
import { CopyField } from '#app/_ui/copy-field.tsx';
import { Alert, Heading } from '#app/_ui/ds.ts';
import { TextLink } from '#app/_ui/text-link.tsx';
import type { Answer, AnswerItem } from './form-state.ts';

/** What a form found out, below its button; takes focus, so that it is read. */
export function FormAnswer({ answer }: { readonly answer: Answer }) {
  const place = useRef<HTMLElement>(null);
  useEffect(() => {
    if (answer) place.current?.focus();
  }, [answer]);
  return (
    <section ref={place} tabIndex={-1} aria-labelledby="answer" className="flex flex-col gap-5">
      <Alert data-color={answer.tone}>
        <Heading level={2} data-size="xs" id="answer">
          {answer.title}
        </Heading>
        {answer.text && <p>{answer.text}</p>}
      </Alert>
      {answer.toCopy && <CopyField {...answer.toCopy} />}
      {answer.sections.map(({ heading, items }) => (
        <div key={heading} className="flex flex-col gap-2">
          <Heading level={3} data-size="2xs">
            {heading}
          </Heading>
          <ul className="ds-list list-disc pl-6">
            {items.map((item) => (
              <AnswerLine key={JSON.stringify(item)} item={item} />
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
}

function AnswerLine({ item }: { readonly item: AnswerItem }) {
  if (typeof item === 'string') return <li className="break-words">{item}</li>;
  return (
    <li className="break-words">
      {item.text}
      <ul className="flex flex-wrap gap-x-6">
        {item.links.map(({ text, href }) => (
          <li key={href}>
            <TextLink href={href}>{text}</TextLink>
          </li>
        ))}
      </ul>
    </li>
  );
}

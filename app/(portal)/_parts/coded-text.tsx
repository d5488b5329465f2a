import { Fragment } from 'react';
import { Breakable } from '#app/_ui/breakable.tsx';
import { TextLink } from '#app/_ui/text-link.tsx';
import { findProblemCode } from '#lib/i18n/explanations/explain-code.ts';

const PARTS = /(`[^`]*`|\b[A-Z]+(?:\.VLD)?-\d{5}\b)/;

/** A text with its names of the wire, which stand between backticks, as code, and numbered codes as links to what they mean. */
export function CodedText({ text }: { readonly text: string }) {
  return text.split(PARTS).map((part, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one text never change places
    <Fragment key={index}>{part.startsWith('`') ? <Name text={part.slice(1, -1)} /> : <Words text={part} />}</Fragment>
  ));
}

function Name({ text }: { readonly text: string }) {
  return (
    <code>
      <Breakable text={text} />
    </code>
  );
}

function Words({ text }: { readonly text: string }) {
  const code = findProblemCode(text);
  return code ? <TextLink href={`/errors/${code}`}>{code}</TextLink> : text;
}

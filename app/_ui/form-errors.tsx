'use client';

import { useEffect, useRef, useState } from 'react';
import { ErrorSummary, ErrorSummaryHeading, ErrorSummaryItem, ErrorSummaryLink, ErrorSummaryList } from './ds.ts';

export type FormError = { readonly fieldId: string; readonly text: string };

/**
 * What must be mended before a form can be sent, just above its button, with a link to each field in the same words as
 * stand at the field; a line goes when its field is changed. Takes focus when it appears; the page's title says that
 * something is wrong.
 */
export function FormErrors({
  heading,
  titlePrefix,
  errors,
}: {
  readonly heading: string;
  /** `Feil: `, put before the document's title once. */
  readonly titlePrefix: string;
  readonly errors: readonly FormError[];
}) {
  const place = useRef<HTMLDivElement>(null);
  const mended = useMendedFields(place);
  const left = errors.filter(({ fieldId }) => !mended.has(fieldId));
  const any = left.length > 0;
  useEffect(() => {
    if (any && !document.title.startsWith(titlePrefix)) document.title = `${titlePrefix}${document.title}`;
  }, [any, titlePrefix]);
  return (
    <div ref={place} className="contents">
      {any && (
        <ErrorSummary>
          <ErrorSummaryHeading>{heading}</ErrorSummaryHeading>
          <ErrorSummaryList>
            {left.map(({ fieldId, text }) => (
              <ErrorSummaryItem key={fieldId}>
                <ErrorSummaryLink href={`#${fieldId}`}>{text}</ErrorSummaryLink>
              </ErrorSummaryItem>
            ))}
          </ErrorSummaryList>
        </ErrorSummary>
      )}
    </div>
  );
}

/** The ids of fields, and of groups of fields, that have been changed since the form around `place` was last sent. */
function useMendedFields(place: React.RefObject<HTMLElement | null>): ReadonlySet<string> {
  const [mended, setMended] = useState<ReadonlySet<string>>(new Set());
  useEffect(() => {
    const form = place.current?.closest('form');
    const note = ({ target }: Event) => {
      const ids: string[] = [];
      for (let at = target as Element | null; at && at !== form; at = at.parentElement) if (at.id) ids.push(at.id);
      setMended((known) => new Set([...known, ...ids]));
    };
    const forget = () => setMended(new Set());
    form?.addEventListener('input', note);
    form?.addEventListener('submit', forget);
    return () => {
      form?.removeEventListener('input', note);
      form?.removeEventListener('submit', forget);
    };
  }, [place]);
  return mended;
}

'use client';

import { useEffect, useRef, useState } from 'react';
import { useFormStatus } from 'react-dom';
import { ErrorSummary, ErrorSummaryHeading, ErrorSummaryItem, ErrorSummaryLink, ErrorSummaryList } from './ds.ts';

export type FormError = { readonly fieldId: string; readonly text: string };

/**
 * What must be mended before a form can be sent, just above its button, with a link to each field in the same words as
 * stand at the field; a line goes when its field is changed. Away while the form is on its way, and takes focus when it
 * appears, so each refusal is heard; the page's title says that something is wrong.
 */
export function FormErrors({
  heading,
  titlePrefix,
  errors,
}: {
  readonly heading: string;
  /** `Feil: `, stands before the document's title for as long as something is wrong. */
  readonly titlePrefix: string;
  readonly errors: readonly FormError[];
}) {
  const place = useRef<HTMLDivElement>(null);
  const { pending } = useFormStatus();
  const { mended, sendings } = useMendedFields(place);
  const left = errors.filter(({ fieldId }) => !mended.has(fieldId));
  const any = !pending && left.length > 0;
  useEffect(() => {
    if (!any || document.title.startsWith(titlePrefix)) return;
    document.title = `${titlePrefix}${document.title}`;
    return () => {
      if (document.title.startsWith(titlePrefix)) document.title = document.title.slice(titlePrefix.length);
    };
  }, [any, titlePrefix]);
  return (
    <div ref={place} className="contents">
      {any && (
        <ErrorSummary key={sendings}>
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

/** The ids of fields, and of groups of fields, changed since the form around `place` was last sent, and how often it was. */
function useMendedFields(place: React.RefObject<HTMLElement | null>): {
  readonly mended: ReadonlySet<string>;
  readonly sendings: number;
} {
  const [mended, setMended] = useState<ReadonlySet<string>>(new Set());
  const [sendings, setSendings] = useState(0);
  useEffect(() => {
    const form = place.current?.closest('form');
    const note = ({ target }: Event) => {
      const ids: string[] = [];
      for (let at = target as Element | null; at && at !== form; at = at.parentElement) if (at.id) ids.push(at.id);
      setMended((known) => new Set([...known, ...ids]));
    };
    const forget = () => {
      setMended(new Set());
      setSendings((count) => count + 1);
    };
    form?.addEventListener('input', note);
    form?.addEventListener('submit', forget);
    return () => {
      form?.removeEventListener('input', note);
      form?.removeEventListener('submit', forget);
    };
  }, [place]);
  return { mended, sendings };
}

'use client';

import { useEffect } from 'react';
import { ErrorSummary, ErrorSummaryHeading, ErrorSummaryItem, ErrorSummaryLink, ErrorSummaryList } from './ds.ts';

export type FormError = { readonly fieldId: string; readonly text: string };

/**
 * What must be mended before a form can be sent, just above its button, with a link to each field in the same words as
 * stand at the field. Takes focus when it appears; the page's title says that something is wrong.
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
  const any = errors.length > 0;
  useEffect(() => {
    if (any && !document.title.startsWith(titlePrefix)) document.title = `${titlePrefix}${document.title}`;
  }, [any, titlePrefix]);
  if (!any) return null;
  return (
    <ErrorSummary>
      <ErrorSummaryHeading>{heading}</ErrorSummaryHeading>
      <ErrorSummaryList>
        {errors.map(({ fieldId, text }) => (
          <ErrorSummaryItem key={fieldId}>
            <ErrorSummaryLink href={`#${fieldId}`}>{text}</ErrorSummaryLink>
          </ErrorSummaryItem>
        ))}
      </ErrorSummaryList>
    </ErrorSummary>
  );
}

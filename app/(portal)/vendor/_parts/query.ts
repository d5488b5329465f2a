/** The query of a page, as Next gives it. */
export type Query = Promise<Readonly<Record<string, string | string[] | undefined>>>;

/** The one text of a query parameter; '' when it is missing or stands there several times. */
export function one(value: string | string[] | undefined): string {
  return typeof value === 'string' ? value.trim() : '';
}

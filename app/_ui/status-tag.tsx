import { Tag } from './ds.ts';

/** How a status looks; the word always stands in it. */
const COLORS = {
  waiting: 'warning',
  approved: 'success',
  rejected: 'danger',
  expired: 'neutral',
  blocked: 'neutral',
  withdrawn: 'neutral',
  forwarded: 'info',
  active: 'success',
  new: 'info',
  suspended: 'danger',
  paused: 'warning',
  expiring: 'warning',
  draft: 'neutral',
} as const;

export type Status = keyof typeof COLORS;

/** A status with its colour and its word. */
export function StatusTag({ status, label }: { readonly status: Status; readonly label: string }) {
  return <Tag data-color={COLORS[status]}>{label}</Tag>;
}

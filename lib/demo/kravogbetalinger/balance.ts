import type { Claim, DueDate, IsoDate, Oere, PartyAccount, Payment, Totals } from './model.ts';

/** What is left to pay on a due date: the amount minus what has been placed on it. */
export function outstandingOn(dueDate: DueDate): Oere {
  return dueDate.original - sum(dueDate.placements.map((placement) => placement.amount));
}

/** What was first asked for, over all due dates of a claim. */
export function originalOf(claim: Claim): Oere {
  return sum(claim.dueDates.map((dueDate) => dueDate.original));
}

/** What is left to pay on a claim, over all its due dates. */
export function outstandingOf(claim: Claim): Oere {
  return sum(claim.dueDates.map(outstandingOn));
}

/** What of a payment has not been placed on any due date. */
export function unplacedOf(payment: Payment, account: PartyAccount): Oere {
  const placements = account.claims.flatMap((claim) => claim.dueDates).flatMap((dueDate) => dueDate.placements);
  const placed = placements.filter((placement) => placement.paymentId === payment.id);
  return payment.amount - sum(placed.map((placement) => placement.amount));
}

/**
 * Adds up claims: what is outstanding counts as overdue when its due date lies before today.
 * @param today the date in Norway.
 */
export function totalsOf(claims: readonly Claim[], today: IsoDate): Totals {
  const dueDates = claims.flatMap((claim) => claim.dueDates);
  const overdue = sum(dueDates.filter((dueDate) => dueDate.dueOn < today).map(outstandingOn));
  const notOverdue = sum(dueDates.filter((dueDate) => dueDate.dueOn >= today).map(outstandingOn));
  const interest = sum(claims.map((claim) => claim.interest));
  return { interest, overdue, notOverdue, balance: overdue + notOverdue + interest };
}

/** Adds amounts; nothing adds up to zero. */
export function sum(amounts: readonly Oere[]): Oere {
  return amounts.reduce((total, amount) => total + amount, 0);
}

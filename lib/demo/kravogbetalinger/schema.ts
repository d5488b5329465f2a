import { originalOf, outstandingOf, outstandingOn, sum, totalsOf, unplacedOf } from './balance.ts';
import type { Claim, DueDate, IsoDate, Oere, PartyAccount, Payment, Totals } from './model.ts';
import type { Period } from './parameters.ts';

/** The body of `aapnekrav`: open claims, unplaced payments, and the sums over them. */
export function toOpenClaims(account: PartyAccount, today: IsoDate) {
  const open = account.claims.filter((claim) => outstandingOf(claim) > 0);
  const payments = account.payments.filter((payment) => unplacedOf(payment, account) > 0);
  const groups = [...new Set(open.map((claim) => claim.group))];
  const totals = totalsOf(open, today);
  const unplaced = sum(payments.map((payment) => unplacedOf(payment, account)));
  return {
    partIdentifikator: account.orgNo,
    aapentKravMedGjenstaaendeBeloep: open.map(toKrav),
    innbetalingMedUplassertBeloep: payments.map((payment) => toInnbetaling(payment, account)),
    totalOversikt: {
      ...toSums(totals),
      sumUplasserteInnbetalinger: toKroner(unplaced),
      saldo: toKroner(totals.balance - unplaced),
    },
    oversiktPerKravgruppe: groups.map((group) => {
      const ofGroup = totalsOf(
        open.filter((claim) => claim.group === group),
        today,
      );
      return { kravgruppe: group, ...toSums(ofGroup), saldo: toKroner(ofGroup.balance) };
    }),
  };
}

/** The body of `krav`: every claim that was made in the period, settled ones too. */
export function toClaims(account: PartyAccount, period: Period) {
  return {
    partIdentifikator: account.orgNo,
    periode: { fraOgMed: period.from, tilOgMed: period.to },
    krav: account.claims.filter((claim) => isWithin(claim.createdOn, period)).map(toKrav),
  };
}

/** The body of `innbetalinger`: every payment made in the period. */
export function toPayments(account: PartyAccount, period: Period) {
  return {
    partIdentifikator: account.orgNo,
    periode: { fraOgMed: period.from, tilOgMed: period.to },
    innbetaling: account.payments
      .filter((payment) => isWithin(payment.paidOn, period))
      .map((payment) => toInnbetaling(payment, account)),
  };
}

function toKrav(claim: Claim) {
  return {
    kravidentifikator: claim.id,
    kravtype: claim.type,
    kravgruppe: claim.group,
    kravbeskrivelse: {
      spraakTekst: (['nb', 'nn', 'en'] as const).map((spraak) => ({ spraak, tekst: claim.description[spraak] })),
    },
    kravperiode: {
      aar: claim.period.year,
      periodeBeskrivelse: claim.period.description,
      fraDato: claim.period.from,
      tilDato: claim.period.to,
      terminTekniskNavn: claim.period.term,
    },
    opprettelsesdatoForKrav: claim.createdOn,
    opprinneligBeloep: toKroner(originalOf(claim)),
    gjenstaaendeBeloep: toKroner(outstandingOf(claim)),
    stipulerteRenter: toKroner(claim.interest),
    kravforfall: claim.dueDates.map(toKravforfall),
  };
}

function toKravforfall(dueDate: DueDate) {
  return {
    kravforfallsIdentifikator: dueDate.id,
    forfallsdato: dueDate.dueOn,
    opprinneligBeloep: toKroner(dueDate.original),
    gjenstaaendeBeloep: toKroner(outstandingOn(dueDate)),
    plassertInnbetaling: dueDate.placements.map((placement) => ({
      innbetalingsIdentifikator: placement.paymentId,
      plassertBeloep: toKroner(placement.amount),
      plassertDato: placement.date,
    })),
    plassertMotkrav: [],
    betalingsinformasjon: { kidnummer: dueDate.kid, konto: { kontonummer: dueDate.account } },
  };
}

function toInnbetaling(payment: Payment, account: PartyAccount) {
  const unplaced = unplacedOf(payment, account);
  return {
    partIdentifikator: account.orgNo,
    innbetalingsidentifikator: payment.id,
    innbetalingsdato: payment.paidOn,
    innbetaltBeloep: toKroner(payment.amount),
    ...(unplaced > 0 ? { uplassertBeloep: toKroner(unplaced) } : {}),
    innbetaltFra: { konto: { kontoeiersNavn: account.name, kontonummer: payment.fromAccount } },
    innbetalingstype: 'BANKINNBETALING',
  };
}

function toSums(totals: Totals) {
  return {
    sumStipulerteRenter: toKroner(totals.interest),
    sumForfalteKrav: toKroner(totals.overdue),
    sumIkkeForfalteKrav: toKroner(totals.notOverdue),
  };
}

/** Kroner with at most two decimals: a whole number of øre divided by a hundred is the nearest there is. */
function toKroner(amount: Oere): number {
  return amount / 100;
}

function isWithin(date: IsoDate, period: Period): boolean {
  return period.from <= date && date <= period.to;
}

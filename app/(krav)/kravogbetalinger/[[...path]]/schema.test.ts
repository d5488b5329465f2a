import { describe, expect, it } from 'vitest';
import { listAccounts } from '#lib/demo/kravogbetalinger/demo-data.ts';
import { toClaims, toOpenClaims, toPayments } from '#lib/demo/kravogbetalinger/schema.ts';
import { claimsAnswer, openClaimsAnswer, paymentsAnswer } from './schema.ts';

const TODAY = '2026-11-21';
const PERIOD = { from: '2026-01-01', to: '2026-12-31' } as const;

describe('the description of Krav og betalinger', () => {
  it('holds every account’s answers, to the last member', () => {
    const accounts = listAccounts();
    expect(accounts.length).toBeGreaterThan(1);
    for (const account of accounts) {
      expect(openClaimsAnswer.parse(toOpenClaims(account, TODAY))).toEqual(toOpenClaims(account, TODAY));
      expect(claimsAnswer.parse(toClaims(account, PERIOD))).toEqual(toClaims(account, PERIOD));
      expect(paymentsAnswer.parse(toPayments(account, PERIOD))).toEqual(toPayments(account, PERIOD));
    }
  });
});

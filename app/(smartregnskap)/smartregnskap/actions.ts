'use server';

import { cookies } from 'next/headers';
import { redirect } from 'next/navigation';
import { AltinnRefused } from '#lib/demo/smartregnskap/altinn.ts';
import { ServiceError } from '#lib/demo/smartregnskap/call-service.ts';
import { connectCustomer, refreshConnection } from '#lib/demo/smartregnskap/connect-customer.ts';
import { TokenRefused } from '#lib/demo/smartregnskap/get-token.ts';
import { isLanguage } from '#lib/demo/smartregnskap/language.ts';
import type { Connection } from '#lib/demo/smartregnskap/model.ts';
import { isSyntheticOrgNo } from '#lib/demo/smartregnskap/org-no.ts';
import { addCustomer } from '#lib/demo/smartregnskap/state.ts';
import { LANGUAGE_COOKIE, readCustomer, readSettings } from './page-context.ts';

const ROOT = '/smartregnskap';

/** Sends the request and the browser to the page where it is answered. */
export async function connect(orgNo: string): Promise<void> {
  const { settings } = readCustomer(orgNo);
  const page = `${ROOT}/kunder/${orgNo}`;
  const connection = await orProblem(page, () => connectCustomer(settings, orgNo));
  redirect(connection.status === 'waiting' ? `${page}/videre` : `${page}/krav`);
}

/** Asks Altinn whether the customer has answered, and shows the customer again. */
export async function check(orgNo: string): Promise<void> {
  const { settings } = readCustomer(orgNo);
  const page = `${ROOT}/kunder/${orgNo}`;
  await orProblem(page, () => refreshConnection(settings, orgNo));
  redirect(page);
}

/** Adds a customer by its organisation number. */
export async function add(form: FormData): Promise<void> {
  const orgNo = String(form.get('orgNo') ?? '').replace(/\s/g, '');
  if (!isSyntheticOrgNo(orgNo)) redirect(`${ROOT}?feil=orgnr#ny`);
  const name = String(form.get('name') ?? '')
    .trim()
    .slice(0, 100);
  addCustomer(readSettings().stateFile, { orgNo, name: name === '' ? orgNo : name });
  redirect(`${ROOT}/kunder/${orgNo}`);
}

/** Remembers the reader's language; the page is shown again where it was. */
export async function chooseLanguage(form: FormData): Promise<void> {
  const language = form.get('language');
  if (!isLanguage(language)) return;
  (await cookies()).set(LANGUAGE_COOKIE, language, { path: ROOT, httpOnly: true, sameSite: 'lax', maxAge: 31_536_000 });
}

async function orProblem(page: string, work: () => Promise<Connection>): Promise<Connection> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof ServiceError) redirect(`${page}?feil=utilgjengelig`);
    if (error instanceof AltinnRefused || error instanceof TokenRefused) redirect(`${page}?feil=${error.code}`);
    throw error;
  }
}

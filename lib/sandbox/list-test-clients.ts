import { env } from '../config/env.ts';
import type { Context } from '../context/context.ts';
import { BareError } from '../kernel/errors.ts';
import { selectClientsByKid } from './store.ts';

/** The clients that the sandbox makes, by the name of their files; each has one key, `<name>-1`. */
const NAMES = ['smartregnskap', 'smartcloud', 'smartpayroll', 'krav'] as const;

/** A Maskinporten client whose private key lies on this machine. */
export type TestClient = {
  readonly name: (typeof NAMES)[number];
  readonly clientId: string;
  readonly kid: string;
  readonly orgNo: string;
  readonly organisation: string;
  readonly scopes: readonly string[];
  /** The private key in PEM; the folder is the one of the settings, seen from the project's. */
  readonly keyFile: string;
};

/**
 * Lists the clients that the sandbox was seeded with; anybody in a sandbox may read them. The private keys stay in their files.
 * @throws BareError 404 elsewhere
 */
export async function listTestClients({ db }: Pick<Context, 'db'>): Promise<readonly TestClient[]> {
  const { GUESTS_DIR, PORTAL_ENVIRONMENT } = env();
  if (PORTAL_ENVIRONMENT !== 'sandbox') throw new BareError(404);
  const rows = await selectClientsByKid(db, NAMES.map(kidOf));
  return NAMES.flatMap((name) => {
    const row = rows.find(({ kid }) => kid === kidOf(name));
    return row ? [{ ...row, name, keyFile: `${GUESTS_DIR}/${name}.pem` }] : [];
  });
}

function kidOf(name: string): string {
  return `${name}-1`;
}

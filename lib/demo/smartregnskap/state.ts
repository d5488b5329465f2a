import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Connection, Customer } from './model.ts';

/** The customers that a fresh SmartRegnskap has; synthetic, like everything in the demo. */
const DEMO_CUSTOMERS: readonly Customer[] = [
  { orgNo: '314400402', name: 'Rør og Vann AS' },
  { orgNo: '315500508', name: 'TILFELDIG SUBTIL APE' },
];

type State = {
  readonly customers: readonly Customer[];
  readonly connections: Readonly<Record<string, Connection>>;
};

/** Every customer, in the order they came. */
export function listCustomers(file: string): readonly Customer[] {
  return readState(file).customers;
}

/** @returns `undefined` for an organisation that is no customer. */
export function findCustomer(file: string, orgNo: string): Customer | undefined {
  return readState(file).customers.find((customer) => customer.orgNo === orgNo);
}

/** Adds a customer; one that is there already keeps its name. */
export function addCustomer(file: string, customer: Customer): void {
  const state = readState(file);
  if (state.customers.some((known) => known.orgNo === customer.orgNo)) return;
  writeState(file, { ...state, customers: [...state.customers, customer] });
}

/** What is remembered of a customer; nothing yet is `none`. */
export function connectionOf(file: string, orgNo: string): Connection {
  return readState(file).connections[orgNo] ?? { status: 'none' };
}

/** Remembers more of a customer, and keeps the rest. */
export function updateConnection(file: string, orgNo: string, change: Partial<Connection>): Connection {
  const state = readState(file);
  const connection: Connection = { status: 'none', ...state.connections[orgNo], ...change };
  writeState(file, { ...state, connections: { ...state.connections, [orgNo]: connection } });
  return connection;
}

function readState(file: string): State {
  if (!existsSync(file)) return { customers: DEMO_CUSTOMERS, connections: {} };
  return JSON.parse(readFileSync(file, 'utf8')) as State;
}

/** Reading and writing happen without a pause between them; the rename keeps a crash from leaving half a file. */
function writeState(file: string, state: State): void {
  mkdirSync(dirname(file), { recursive: true });
  const draft = `${file}.${randomUUID()}`;
  writeFileSync(draft, `${JSON.stringify(state, null, 2)}\n`, { mode: 0o600 });
  renameSync(draft, file);
}

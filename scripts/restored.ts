import { now } from '#lib/context/clock.ts';
import { database } from '#lib/context/database.ts';
import { refuseEarlierGrants } from '#lib/maskinporten/grant/used-grants.ts';
import { provideSandboxSecret } from './secrets.ts';

provideSandboxSecret(process.env);
const { db, migrate, close } = database();
const at = now();
await migrate();
await db.transaction((tx) => refuseEarlierGrants(tx, at));
await close();
console.log(
  `Grants issued up to ${at.toISOString()} are refused. Withdraw again what was withdrawn since the backup was made.`,
);

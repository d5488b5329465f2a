import { findViolations } from '#db/find-violations.ts';
import { database } from '#lib/context/database.ts';
import { provideSandboxSecret } from './secrets.ts';

provideSandboxSecret(process.env);
const { db, close } = database();
const violations = await findViolations(db);
await close();
for (const { rule, id, what } of violations) console.error(`${rule} ${id}: ${what}`);
console.log(`${violations.length} violations.`);
process.exitCode = violations.length === 0 ? 0 : 1;

import { verifyAudit } from '#lib/audit/seals/verify-audit.ts';
import { database } from '#lib/context/database.ts';
import { provideSandboxSecret } from './secrets.ts';

provideSandboxSecret(process.env);
const { db, close } = database();
const { sealedRows, head, findings } = await verifyAudit(db);
await close();
for (const finding of findings) console.error(finding);
console.log(`${sealedRows} sealed rows, ${findings.length} findings. Head: ${head || 'none yet'}`);
process.exitCode = findings.length === 0 ? 0 : 1;

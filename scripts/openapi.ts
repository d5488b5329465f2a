import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadSections } from '#lib/http/lane.ts';
import { toOpenApi } from '#lib/http/openapi.ts';

const root = join(import.meta.dirname, '..');

/** The parts of the API reference, each with the folder of `app` that it is made from. */
const GROUPS = [
  { name: 'Maskinporten', folders: ['(maskinporten)'] },
  { name: 'Altinn', folders: ['(altinn)'] },
  { name: 'Krav og betalinger', folders: ['(krav)'] },
  { name: 'Sandbox and operation', folders: ['api', 'health', '(portal)', '%5Fsandbox'] },
] as const;

/** Loads the sections of each part. */
export function loadGroups() {
  return Promise.all(
    GROUPS.map(async ({ name, folders }) => ({ name, sections: await loadSections(join(root, 'app'), folders) })),
  );
}

/** Writes the description where both doors serve it from; its server is wherever it was fetched from. */
export async function writeOpenApi(): Promise<void> {
  writeFileSync(join(root, 'public', 'openapi.json'), JSON.stringify(toOpenApi(await loadGroups(), '/')));
}

if (process.argv[1] === import.meta.filename) await writeOpenApi();

import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

const root = join(import.meta.dirname, '..');
const FILE = join(root, 'sbom', 'systembruker.cdx.json');

/** Licences under which anybody may run, change and pass on what stands under them; some ask to be named, or to show changes. */
const ALLOWED = new Set([
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC-BY-4.0',
  'CC0-1.0',
  'ISC',
  'MIT',
  'MIT-0',
  'MPL-2.0',
  'OFL-1.1',
  'Unlicense',
]);

/** A library that Next loads from a file of its own to shrink pictures, which whoever likes may replace; nothing of it is in ours. */
const REPLACEABLE = { packages: /^@img\/sharp-/, licence: 'LGPL-3.0-or-later' };

type Licence = {
  readonly license?: { readonly id?: string; readonly name?: string };
  readonly expression?: string;
};

/** What is in the product, as CycloneDX lists it. */
export type Sbom = {
  readonly bomFormat: string;
  readonly specVersion: string;
  readonly metadata: { readonly component: { readonly name: string } };
  readonly components: readonly {
    readonly name: string;
    readonly version: string;
    readonly purl: string;
    readonly licenses?: readonly Licence[];
  }[];
};

/**
 * Lists what the lock file installs in production, on whatever machine.
 * @see https://cyclonedx.org/docs/1.5/json
 */
export function readSbom(): Sbom {
  const options = ['sbom', '--sbom-format', 'cyclonedx', '--omit', 'dev', '--package-lock-only'];
  const npm = process.env.npm_execpath;
  const [program, ...first] = npm?.endsWith('.js') ? [process.execPath, npm] : ['npm'];
  const { status, stdout, stderr } = spawnSync(program, [...first, ...options], { cwd: root, encoding: 'utf8' });
  if (status !== 0) throw new Error(`npm sbom failed: ${stderr}`);
  // npm calls the product as its folder is called.
  const { name } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { name: string };
  const folder = basename(root);
  return JSON.parse(
    stdout
      .replaceAll(`"${folder}@`, `"${name}@`)
      .replaceAll(`/${folder}@`, `/${name}@`)
      .replaceAll(`"${folder}"`, `"${name}"`),
  ) as Sbom;
}

/** Names what stands under no licence, or under none that is allowed; of several to choose from one is enough. */
export function foreignLicences({ components }: Pick<Sbom, 'components'>): readonly string[] {
  return components
    .map(({ name, version, licenses = [] }) => ({ name, version, licence: licenses.map(textOf).join(' AND ') }))
    .filter(({ name, licence }) => !isAllowed(licence, REPLACEABLE.packages.test(name) ? [REPLACEABLE.licence] : []))
    .map(({ name, version, licence }) => `${name}@${version}: ${licence || 'no licence'}`);
}

function textOf({ license, expression }: Licence): string {
  return expression ?? license?.id ?? license?.name ?? '';
}

/** Reads `A OR B` and `A AND B`; deeper expressions are for a person to look at. */
function isAllowed(licence: string, also: readonly string[]): boolean {
  const inner = licence.replace(/^\((.*)\)$/, '$1');
  if (inner.includes(' OR ')) return inner.split(' OR ').some((choice) => isAllowed(choice, also));
  return inner.split(' AND ').every((id) => ALLOWED.has(id) || also.includes(id));
}

if (process.argv[1] === import.meta.filename) {
  const sbom = readSbom();
  mkdirSync(dirname(FILE), { recursive: true });
  writeFileSync(FILE, `${JSON.stringify(sbom, null, 2)}\n`);
  const foreign = foreignLicences(sbom);
  for (const line of foreign) console.error(`Not allowed: ${line}`);
  console.log(`${sbom.components.length} packages in ${FILE}`);
  process.exitCode = foreign.length === 0 ? 0 : 1;
}

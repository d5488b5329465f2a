import type { KnipConfig } from 'knip';

const config: KnipConfig = {
  entry: [
    'server.ts',
    'scripts/*.{ts,mjs}',
    'bench/*.ts',
    // An application of its own, which `bench -- pages` builds.
    'bench/empty-page/app/*.tsx',
    'app/**/endpoints.ts',
    // Started by its path.
    'db/checkpoint-thread.mjs',
    'e2e/**/*.spec.ts',
    // The tables by name, once for each engine: drizzle-kit reads them from here.
    'drizzle.*.config.ts',
    'db/schema.*.ts',
  ],
  project: ['**/*.{ts,tsx,mjs,cjs,css}'],
  // A type stands beside the function that speaks it; a value that only its own file uses is not exported.
  ignoreExportsUsedInFile: { type: true, interface: true },
  compilers: {
    // A style sheet uses a package by importing it.
    css: (text: string) =>
      [...text.matchAll(/@import\s+(?<target>['"][^'"]+['"])/g)].map((match) => `import ${match[1]};`).join('\n'),
  },
};

export default config;

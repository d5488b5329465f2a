import type { KnipConfig } from 'knip';

const config: KnipConfig = {
  entry: ['server.ts', 'scripts/*.{ts,mjs}', 'bench/*.ts', 'app/**/endpoints.ts', 'e2e/**/*.spec.ts'],
  project: ['**/*.{ts,tsx,mjs,cjs,css}'],
  ignore: ['app/theme/**'],
  ignoreBinaries: ['apt-get'],
  compilers: {
    // A style sheet uses a package by importing it.
    css: (text: string) =>
      [...text.matchAll(/@import\s+(?<target>['"][^'"]+['"])/g)].map((match) => `import ${match[1]};`).join('\n'),
  },
};

export default config;

import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const lines = (file: string) => readFileSync(file, 'utf8').split('\n');
const image = lines('Dockerfile');
const last = (instruction: string) => image.findLast((line) => line.startsWith(`${instruction} `));

it('E15 the image runs as a numbered user, writes to one folder, and starts and is looked after without a shell', () => {
  const stage = image.slice(image.findLastIndex((line) => line.startsWith('FROM ')));
  expect(stage).toContain('USER 1000:1000');
  expect(stage.filter((line) => line.startsWith('VOLUME '))).toEqual(['VOLUME /app/data']);
  expect(last('CMD')).toMatch(/^CMD \["node", /);
  expect(last('HEALTHCHECK')).toMatch(/ CMD \["node", "-e", /);
  expect(stage.filter((line) => /^RUN (?!\[)/.test(line))).toEqual([]);
  expect(readFileSync('compose.yaml', 'utf8')).toMatch(/read_only: true[\s\S]*cap_drop: \[ALL\]/);
});

it('E3 what is secret or made here never enters the image', () => {
  expect(lines('.dockerignore')).toEqual(expect.arrayContaining(['.git', '.env', 'data', 'node_modules', '.next']));
  expect(image.filter((line) => /^(?:ENV|ARG)/.test(line)).join(' ')).not.toMatch(/SECRET|PASSWORD|JWK|DATABASE_URL/);
});

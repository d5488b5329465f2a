import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['lib/**/*.test.ts', 'db/**/*.test.ts', 'app/**/*.test.ts', '*.test.ts'],
    env: {
      AUTH_SECRET: 'a-secret-for-unit-tests-only-0123456789',
      LOG_LEVEL: 'silent',
    },
  },
});

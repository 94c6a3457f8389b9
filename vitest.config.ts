import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    testTimeout: 30_000,
    hookTimeout: 60_000,
    projects: [
      {
        extends: true,
        test: { name: 'packages', include: ['*.test.ts', 'packages/**/*.test.{ts,tsx}', 'library/**/*.test.ts'] },
      },
      {
        extends: true,
        test: {
          name: 'application',
          include: ['app/**/*.test.{ts,tsx}', 'cli/**/*.test.ts', 'e2e/**/*.test.ts', 'bench/**/*.test.ts'],
          globalSetup: ['app/platform/testing/postgres.ts'],
        },
      },
    ],
  },
})

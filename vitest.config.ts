import { defineConfig } from 'vitest/config'
import { compiled } from './cli/install.mjs'

export default defineConfig({
  test: {
    // A test that hangs is told from one on a busy machine: nothing here is meant to take long.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    expect: { poll: { timeout: 30_000 } },
    // Half of the time is waiting for browsers and servers; one worker alone, as on two cores without this, leaves a core idle.
    maxWorkers: 2,
    // As the command sets it.
    env: { NODE_COMPILE_CACHE: compiled },
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
          globalSetup: ['app/platform/testing/postgres.ts', 'app/platform/testing/islands.ts'],
        },
      },
    ],
  },
})

import { availableParallelism } from 'node:os'
import { cloudflareTest, readD1Migrations } from '@cloudflare/vitest-plugin'
import { defineConfig } from 'vitest/config'

/** Journeys hold a browser each: more than a few at a time stand in each other's way. */
const maxWorkers = Math.min(4, Math.max(2, availableParallelism()))

/** In a browser, over the whole product as that set-up serves it; after everything that is fast. */
const browserTests = (name: string, folder: string, globalSetup: string) => ({
  test: {
    ...{ name, maxWorkers, environment: 'node' as const, sequence: { groupOrder: 1 } },
    include: [`${folder}/*.test.ts`],
    globalSetup: [globalSetup],
    setupFiles: ['addin/journeys/served-first.ts'],
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
})

export default defineConfig({
  test: {
    reporters: ['default', './.tools/plain-summary.ts'],
    projects: [
      {
        test: {
          name: 'unit',
          maxWorkers,
          include: ['shared/**/*.test.ts', 'addin/**/*.test.{ts,tsx}', '.tools/*.test.ts', 'worker/{xlsx,docx}/**/*.test.ts'],
          exclude: ['addin/journeys/**'],
          environment: 'node',
          // No test changes what another imports; starting each file anew took a quarter of the time.
          isolate: false,
          // A loaded machine takes its time; a test that hangs is still ended.
          testTimeout: 60_000,
        },
      },
      {
        plugins: [
          cloudflareTest(async () => ({
            remoteBindings: false,
            wrangler: { configPath: './wrangler.toml' },
            miniflare: {
              cf: false,
              bindings: {
                MIGRATIONS: await readD1Migrations('worker/migrations'),
                MODE: 'demo',
                AUTH_SECRET: 'a secret of the tests, long enough for tokens',
              },
            },
          })),
        ],
        test: {
          name: 'worker',
          maxWorkers,
          include: ['worker/**/*.test.ts'],
          exclude: ['worker/{xlsx,docx}/**'],
          globalSetup: ['worker/testing/mail-peer.ts'],
          setupFiles: ['worker/testing/setup.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          isolate: false,
        },
      },
      // Begins first, as its name stands: it takes longest, and has the product for itself.
      browserTests('accessible', 'addin/journeys/accessible', 'addin/journeys/whole-product.ts'),
      browserTests('journeys', 'addin/journeys', 'addin/journeys/whole-product.ts'),
      browserTests('months', 'addin/journeys/months', 'addin/journeys/whole-product.ts'),
      browserTests('province', 'addin/journeys/province', 'addin/journeys/province/demonstrated-quarter.ts'),
    ],
  },
})

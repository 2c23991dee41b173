import { cloudflareTest, readD1Migrations } from '@cloudflare/vitest-plugin'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    reporters: ['default', './.tools/plain-summary.ts'],
    projects: [
      {
        test: {
          name: 'unit',
          include: ['shared/**/*.test.ts', 'addin/**/*.test.{ts,tsx}', '.tools/*.test.ts', 'worker/{xlsx,docx}/**/*.test.ts'],
          exclude: ['addin/journeys/**'],
          environment: 'node',
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
          include: ['worker/**/*.test.ts'],
          exclude: ['worker/{xlsx,docx}/**'],
          globalSetup: ['worker/testing/mail-peer.ts'],
          setupFiles: ['worker/testing/setup.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          isolate: false,
        },
      },
      {
        test: {
          name: 'journeys',
          include: ['addin/journeys/*.test.ts'],
          environment: 'node',
          globalSetup: ['addin/journeys/whole-product.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
      {
        test: {
          name: 'province',
          include: ['addin/journeys/province/*.test.ts'],
          environment: 'node',
          globalSetup: ['addin/journeys/province/demonstrated-quarter.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
    ],
  },
})

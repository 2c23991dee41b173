// Every test of the worker begins with an empty, migrated database.
import { applyD1Migrations, reset } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { afterEach, beforeEach } from 'vitest'

beforeEach(async () => {
  await applyD1Migrations(env.DB, env.MIGRATIONS)
})
afterEach(async () => {
  await reset()
})

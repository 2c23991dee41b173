// Every test of the worker begins with an empty, migrated database.
import { reset } from 'cloudflare:test'
import { afterEach, beforeEach } from 'vitest'
import { migrated } from './migrated.ts'

beforeEach(migrated)
afterEach(async () => {
  await reset()
})

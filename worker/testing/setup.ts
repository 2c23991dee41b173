// Every test of the worker begins with an empty, migrated database, and ends when what goes on after
// its last answers has: a question to a database that is taken away meanwhile is never answered.
import { reset } from 'cloudflare:test'
import { afterEach, beforeEach } from 'vitest'
import { worksGoingOn } from '../after-answers.ts'
import { migrated } from './migrated.ts'

beforeEach(migrated)
afterEach(async () => {
  while (worksGoingOn() > 0) await scheduler.wait(20)
  await reset()
})

// A new, empty deployment gets its plan and its first people, once: the demo
// accounts in a demonstration, in production the first admin whose e-mail and
// password the operator has set as secrets. Afterwards this does nothing.
import * as v from 'valibot'
import { dayInVietnam } from '../../shared/clock.ts'
import { type Pack, PackFile } from '../../shared/pack.ts'
import { khanhHoa2025 } from '../../shared/packs/khanh-hoa-2025/pack.ts'
import { DEMO_ACCOUNTS, DEMO_SIGN_OFF } from '../demo-accounts.ts'
import type { Parts } from '../parts.ts'
import { readInitialPack } from '../store/contents.ts'
import { anyAdmin, grant, membershipsOf } from '../store/memberships.ts'
import { isLoaded } from '../store/plan.ts'
import { bringSignOff } from '../store/sign-offs.ts'
import { loadPack } from './load-pack.ts'
import { openObligations } from './open-obligations.ts'

async function admitDemoAccounts(parts: Parts): Promise<void> {
  await bringSignOff(parts.db, 'demo', DEMO_SIGN_OFF, parts.clock.now().toISOString())
  for (const { email, password, name, role, agency } of DEMO_ACCOUNTS) {
    const { id } = await parts.accounts.ensure({ email, password, name })
    await grant(parts.db, id, { role, agency })
  }
}

async function admitFirstAdmin(parts: Parts, { email, password }: { email: string; password: string }): Promise<void> {
  const { id } = await parts.accounts.ensure({ email, password, name: email })
  if ((await membershipsOf(parts.db, id, dayInVietnam(parts.clock.now()))).length === 0)
    await grant(parts.db, id, { role: 'admin', agency: null })
}

/** What the operator has put among the files, such as a new year's plan made from the old; else the plan that comes with the product. */
async function firstPack(parts: Parts): Promise<Pack> {
  const found = await readInitialPack(parts.files)
  return found === null ? khanhHoa2025 : { ...v.parse(PackFile, found), reorganisations: [] }
}

/** Resolves with whether there is a plan to serve. */
export async function startUp(parts: Parts): Promise<boolean> {
  const loaded = await isLoaded(parts.db)
  const wanted = parts.demo || parts.firstAdmin !== null
  if (!wanted || (loaded && (await anyAdmin(parts.db)))) return loaded
  if (!loaded) await loadPack(parts, await firstPack(parts))
  await openObligations(parts)
  // The admin comes last of the demo accounts: where there is one, all are there.
  if (parts.demo) await admitDemoAccounts(parts)
  else if (parts.firstAdmin) await admitFirstAdmin(parts, parts.firstAdmin)
  return true
}

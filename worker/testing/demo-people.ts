// The people who file for the agencies of the demonstration: one for each, with the password
// of all demo accounts. Those that the demonstration has anyway stay who they are.
import type { Person } from '../../shared/wire.ts'
import { personOf } from '../actions/sign-in.ts'
import { DEMO_ACCOUNTS } from '../demo-accounts.ts'
import type { Parts } from '../parts.ts'
import { grant } from '../store/memberships.ts'
import { readPlan } from '../store/plan.ts'
import { nextNumbers } from '../store/submissions.ts'
import type { DemoWorld } from './demo-quarter.ts'

const NAMES = ['Ngô Thị Bích', 'Bùi Văn Long', 'Hồ Thị Thanh', 'Dương Minh Đức', 'Lý Thị Kim', 'Mai Quốc Việt', 'Trương Thị Nga']

export const anythingFiled = async (db: D1Database): Promise<boolean> => (await nextNumbers(db, '')).receipt > 1

/** `alone`: one person files for all, which is quicker where nobody will sign in. */
export async function demoPeople(parts: Parts, alone = false): Promise<Pick<DemoWorld, 'filerOf' | 'signerOf' | 'aggregator'>> {
  const { accounts, db } = parts
  const loaded = await readPlan(db)
  if (!loaded) throw new Error('there is no plan')
  const known = new Map(DEMO_ACCOUNTS.filter(({ role }) => role !== 'signer').map((account) => [account.agency ?? account.role, account]))
  const password = DEMO_ACCOUNTS[0]!.password
  const people = new Map<string, Promise<Person>>()
  const make = async (agency: string): Promise<Person> => {
    const position = loaded.register.agencies.findIndex(({ code }) => code === agency)
    const own = known.get(alone ? 'STTTT' : agency)
    const email = own?.email ?? `filer.${agency.toLowerCase().replaceAll('_', '-')}@khanhhoa.example`
    const account = await accounts.ensure({ email, password, name: own?.name ?? NAMES[position % NAMES.length]! })
    await grant(db, account.id, { role: 'filer', agency })
    return personOf(parts, account)
  }
  const aggregator = known.get('aggregator')!
  const signer = async (agency: string): Promise<Person> => {
    const own = DEMO_ACCOUNTS.find((account) => account.agency === agency && account.role === 'signer')
    if (!own) throw new Error(`nobody signs for ${agency}`)
    return personOf(parts, await accounts.ensure(own))
  }
  return {
    signerOf: signer,
    aggregator: await personOf(parts, await accounts.ensure(aggregator)),
    filerOf(agency) {
      const person = people.get(agency) ?? make(agency)
      people.set(agency, person)
      return person
    },
  }
}

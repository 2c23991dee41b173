// A reorganisation as it would be, and as it is done: one function works out both. What is
// done is what was shown, or nothing.
import { heirOf, membersOn, type Register } from '../../shared/agency.ts'
import { nameOf } from '../../shared/agency-names.ts'
import { canonicalJson } from '../../shared/canonical-json.ts'
import { startOfDayInVietnam } from '../../shared/clock.ts'
import type { Obligation } from '../../shared/obligation.ts'
import { khanhHoa2025 } from '../../shared/packs/khanh-hoa-2025/pack.ts'
import { type Effect, effectOn, hindrances, type OpenObligation, type Reorganising, reorganised } from '../../shared/reorganise.ts'
import type { Template } from '../../shared/template.ts'
import { hindranceSentence } from '../../shared/text/hindrance-sentence.ts'
import type { Person } from '../../shared/wire.ts'
import type { KnownReorganisations, ReorganisationEffect } from '../../shared/wire-admin.ts'
import { sha256 } from '../hash.ts'
import type { Parts } from '../parts.ts'
import { ProblemError } from '../problem.ts'
import { writeAgencies, writeGroups } from '../store/agencies.ts'
import { peopleOf } from '../store/memberships.ts'
import { openOn, removeUntouched, writeObligations } from '../store/obligations.ts'
import { readPlan, readTemplate } from '../store/plan.ts'
import { changeLogged } from './log-change.ts'
import { refuse } from './review.ts'

const NO_EFFECT: Effect = { passedOn: [], left: [], removed: [], opened: [] }

interface WorkedOut {
  readonly before: Register
  readonly after: Register
  readonly effect: Effect
  readonly shown: ReorganisationEffect
}

const dayBefore = (day: string): string => new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10)

async function templatesOf(parts: Parts, open: readonly OpenObligation[]): Promise<Template[]> {
  const wanted = new Map(open.map(({ obligation: { template, version } }) => [`${template}.${version}`, { template, version }]))
  const found = await Promise.all([...wanted.values()].map(({ template, version }) => readTemplate(parts.db, template, version)))
  return found.filter((template): template is Template => template !== null)
}

async function workOut(parts: Parts, change: Reorganising): Promise<WorkedOut> {
  const { db, clock } = parts
  const loaded = await readPlan(db)
  if (!loaded) throw new ProblemError('not-found')
  const { register: before } = loaded
  const against = hindrances(before, change)
  const names = { ...before, agencies: [...before.agencies, ...change.begins] }
  const after = against.length > 0 ? before : reorganised(before, change)
  const from = [startOfDayInVietnam(change.date), clock.now()].toSorted((a, b) => b.getTime() - a.getTime())[0]!.toISOString()
  const open = await openOn(db, from)
  const templates = await templatesOf(parts, open)
  const effect = against.length > 0 ? NO_EFFECT : effectOn(before, change, open, templates)
  const touched = new Set(open.flatMap((one) => (one.touched ? [one.obligation.id] : [])))
  const titles = new Map(templates.map(({ code, version, title }) => [`${code}.${version}`, title]))
  const told = ({ id, template, version, agency, period, dates }: Obligation) => ({
    ...{ id, agencyName: nameOf(names, agency), templateTitle: titles.get(`${template}.${version}`) ?? { vi: template, en: template } },
    ...{ period, dueAt: dates.dueAt, touched: touched.has(id) },
  })
  const heirs = new Map(after.agencies.map((agency) => [agency.code, heirOf(agency)]))
  const people = await peopleOf(db, against.length > 0 ? [] : change.ends.map(({ agency }) => agency))
  const shown = {
    hindrances: against.map((one) => hindranceSentence(one, (code) => nameOf(names, code))),
    passedOn: effect.passedOn.map(({ obligation, to }) => ({ ...told(obligation), toName: nameOf(names, to) })),
    ...{ left: effect.left.map(told), removed: effect.removed.map(told), opened: effect.opened.map(told) },
    people: people.flatMap(({ name, agency }) => {
      const to = heirs.get(agency)
      return to ? [{ name, from: nameOf(names, agency), to: nameOf(names, to) }] : []
    }),
    groups: after.groups.flatMap(({ code, name }) => {
      const [was, is] = [membersOn(before, [code], dayBefore(change.date)).length, membersOn(after, [code], change.date).length]
      return was === is ? [] : [{ name, before: was, after: is }]
    }),
  }
  return { before, after, effect, shown: { ...shown, etag: await sha256(canonicalJson({ change, shown, groups: before.groups })) } }
}

export const previewReorganisation = async (parts: Parts, change: Reorganising): Promise<ReorganisationEffect> =>
  (await workOut(parts, change)).shown

const MOVED_ON = {
  vi: 'Danh sách cơ quan hoặc báo cáo đang mở đã thay đổi từ lúc xem trước. Hãy xem trước lại rồi áp dụng.',
  en: 'The register or what is open has changed since the preview. Look at the preview again, then apply.',
}

export async function reorganise(parts: Parts, person: Person, change: Reorganising, etag: string | null): Promise<ReorganisationEffect> {
  const { db } = parts
  return changeLogged(parts, person, async () => {
    const { before, after, effect, shown } = await workOut(parts, change)
    const [hindrance] = shown.hindrances
    if (hindrance) refuse('/ends', hindrance)
    if (shown.etag !== etag) throw new ProblemError('moved-on', MOVED_ON.en, { refusal: MOVED_ON })
    const known = new Map([...before.agencies, ...before.groups].map((one) => [one.code, one]))
    const agencies = after.agencies.filter((agency) => agency !== known.get(agency.code))
    const groups = after.groups.filter((group) => group !== known.get(group.code))
    const was = [...agencies, ...groups].flatMap(({ code }) => known.get(code) ?? [])
    const ids = (all: readonly Obligation[]) => all.map(({ id }) => id)
    return {
      statements: [
        writeAgencies(db, agencies),
        writeGroups(db, groups),
        removeUntouched(db, ids(effect.removed)),
        writeObligations(db, effect.opened),
      ],
      changes: [
        {
          ...({ subject: 'reorganisation', subjectId: change.date, action: change.kind, reason: change.reason } as const),
          before: { agencies: was, obligations: ids(effect.removed) },
          after: { agencies: [...agencies, ...groups], obligations: ids(effect.opened) },
        },
      ],
      result: shown,
    }
  })
}

/** What came with the plan; one is applied where all that ends in it has an end. */
export async function knownReorganisations(parts: Parts): Promise<KnownReorganisations> {
  const loaded = await readPlan(parts.db)
  const known = new Map(loaded?.register.agencies.map((agency) => [agency.code, agency]))
  const { plan, reorganisations } = khanhHoa2025
  if (loaded?.plan.id !== plan.id) return { reorganisations: [] }
  return {
    reorganisations: reorganisations.map(({ id, date, title, source, ends, begins }) => {
      // Agencies of the centre are named in it and not kept everywhere.
      const ending = ends.filter(({ agency }) => known.has(agency))
      return {
        ...{ id, title, source, applied: ending.every(({ agency }) => known.get(agency)?.validTo !== null) },
        change: {
          ...({ kind: 'applied', date, reason: title.vi } as const),
          ends: ending.map(({ agency, successors, heir }) => ({ agency, successors: [...successors], heir: heir ?? null })),
          begins: [...begins],
        },
      }
    }),
  }
}

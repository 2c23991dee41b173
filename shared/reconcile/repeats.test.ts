// Pages of what several agencies filed, against all of it at once.
import { describe, expect, it } from 'vitest'
import { khanhHoa2025 } from '../packs/khanh-hoa-2025/pack.ts'
import type { ListedSubmission } from '../survey.ts'
import { type Repeat, type RepeatKey, SAME } from './repeat.ts'
import { RepeatSearch, type RowsAt } from './repeats.ts'
import { comparedTexts, textsOfRows } from './row-texts.ts'

const TABLE = khanhHoa2025.templates.find(({ code }) => code === 'PL2')!.tables[0]!
const NAME = comparedTexts(TABLE).name!.key
const WORDS = 'nâng cấp hệ thống thông tin giải quyết thủ tục hành chính của tỉnh xây dựng kho dữ liệu dùng chung giai đoạn hai'.split(' ')

/** The same in every run. */
function dice(seed: number) {
  let state = seed
  return (below: number) => {
    state = (state * 48_271) % 2_147_483_647
    return state % below
  }
}

interface Filed {
  readonly agency: string
  readonly names: readonly string[]
}

const roll = dice(20_440_131)
const nameOf = (at: number) => WORDS.map((word, index) => (index % 7 === at % 7 && at > 6 ? `${word} ${at}` : word)).join(' ')
const ALL: readonly Filed[] = Array.from({ length: 24 }, (_, at) => ({
  agency: `A${String(at).padStart(2, '0')}`,
  names: Array.from({ length: 4 }, () => (roll(3) === 0 ? nameOf(roll(60)) : `${roll(12)} máy chủ dùng chung`)),
}))
const orderOf = (agency: string) => Number(agency.slice(1))

function searchIn(filed: readonly Filed[]): { search: RepeatSearch; rowsAt: RowsAt } {
  const search = new RepeatSearch(TABLE, 1_000)
  const heads = filed.map(
    ({ agency }): ListedSubmission => ({ agency, agencyName: `Sở ${agency}`, submissionId: agency, sequence: 1, receiptNumber: agency }),
  )
  for (const [at, { names }] of filed.entries())
    search.add(
      heads[at]!,
      textsOfRows(
        TABLE,
        names.map((name, position) => ({ position, carried: false, values: { [NAME]: name } })),
      ),
    )
  const namesOf = new Map(filed.map(({ agency, names }) => [agency, names]))
  return {
    search,
    rowsAt: async (_, places) =>
      places.map(({ submissionId, position }) => ({
        ...{ index: position, id: `n${position}`, cell: null, values: { [NAME]: namesOf.get(submissionId)![position]! } },
      })),
  }
}

const idOf = ({ likeness, places }: Repeat) => `${likeness} ${places.map(({ head, rowId }) => `${head.agency}/${rowId}`).join(' ')}`

/** `filed`: as it stands when the nth page is asked for. */
async function pagesOf(filed: (nth: number) => readonly Filed[], most: number): Promise<string[]> {
  const ids: string[] = []
  for (let [nth, after] = [0, null as RepeatKey | null]; ; nth++) {
    const { search, rowsAt } = searchIn(filed(nth))
    const { repeats, last } = await search.told('same-row', after, most, rowsAt, orderOf)
    ids.push(...repeats.map(idOf))
    if (!last) return ids
    after = last
  }
}

describe('what several agencies filed', () => {
  it('comes in the same order from pages of any size', async () => {
    const { search, rowsAt } = searchIn(ALL)
    const { found, count } = await search.repeats(rowsAt)
    const whole = found.filter(({ kind }) => kind === 'same-row')
    expect(whole).toHaveLength(count)
    expect(whole.filter(({ likeness }) => likeness === SAME).length).toBeGreaterThan(3)
    expect(whole.filter(({ likeness }) => likeness < SAME).length).toBeGreaterThan(3)
    for (const most of [1, 2, 5, 1_000]) expect(await pagesOf(() => ALL, most), String(most)).toEqual(whole.map(idOf))
  })

  it('neither repeats nor hides what others have nothing to do with when an agency comes or goes between two pages', async () => {
    const without = ALL.filter(({ agency }) => agency !== 'A01')
    const before = await pagesOf(() => without, 1_000)
    for (const [one, other] of [
      [ALL, without],
      [without, ALL],
    ] as const) {
      const told = await pagesOf((nth) => (nth === 0 ? one : other), 4)
      expect(new Set(told).size).toBe(told.length)
      // Everything that stands either way is told.
      const both = before.filter((id) => !id.includes('A01'))
      expect(both.length).toBeGreaterThan(5)
      const known = new Set(await pagesOf(() => ALL, 1_000))
      expect(both.filter((id) => known.has(id)).filter((id) => !told.includes(id))).toEqual([])
    }
  })
})

import { expect, test } from 'vitest'
import type { Assignment } from '../assignment.ts'
import { countedFrom } from '../packs/khanh-hoa-2025/quarter.ts'
import { indicatorValues } from './indicator-row.ts'
import { figureId, Ledger } from './ledger.ts'
import { Projects } from './projects.ts'
import { QuarterCount } from './quarter-count.ts'

function shown(over: number, under: number, target: number, operator: string) {
  const ledger = new Ledger([])
  const nowhere = () => {
    throw new Error('nobody asks for places')
  }
  ledger.add(figureId('c', 'C-X', 'numerator'), over, nowhere)
  ledger.add(figureId('c', 'C-X', 'denominator'), under, nowhere)
  const ids = { group: String, agency: String, source: String, indicator: String }
  const count = new QuarterCount({ source: countedFrom, months: [], ids, projects: new Projects([]), before: new Map(), heirs: {} }, ledger)
  const one = { rowId: 'C-X', values: { loai: 'ty-le', toan_tu: operator, muc_tieu: target } } as unknown as Assignment
  const { ket_qua, dat } = indicatorValues(countedFrom, one, 0, count, ledger)
  return [ket_qua, dat]
}

test('a rate that misses its target by less than its last place is not rounded onto it', () => {
  expect(shown(1_999_999, 2_000_000, 100, 'bang')).toEqual([99.9999, 'chua-dat'])
  expect(shown(2_000_000, 2_000_000, 100, 'bang')).toEqual([100, 'dat'])
  expect(shown(9_249_999, 10_000_000, 92.5, 'tu')).toEqual([92.4999, 'chua-dat'])
  expect(shown(9_250_000, 10_000_000, 92.5, 'tu')).toEqual([92.5, 'dat'])
})

test('one that passes a strict target by less than that has passed it, and an upper end is broken by as little', () => {
  expect(shown(5_000_001, 10_000_000, 50, 'tren')).toEqual([50.0001, 'dat'])
  expect(shown(5_000_000, 10_000_000, 50, 'tren')).toEqual([50, 'chua-dat'])
  expect(shown(5_000_001, 10_000_000, 50, 'den')).toEqual([50.0001, 'chua-dat'])
})

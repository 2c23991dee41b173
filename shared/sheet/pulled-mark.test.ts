import { expect, test } from 'vitest'
import { type PulledMark, parsePulledMark, pulledMark } from './pulled-mark.ts'

const mark: PulledMark = {
  ...{ template: 'THANG', version: 3, period: '2025-03', table: 'main', madeAt: '2025-03-18T00:00:00.000Z' },
  ...{ agencies: null, grouped: false, on: null },
}

test('what is written is read, with and without agencies, groups and a day', () => {
  for (const agencies of [null, [], ['A'], ['A', 'B']])
    for (const grouped of [false, true])
      for (const on of [null, '2025-03-10']) {
        const one = { ...mark, agencies, grouped, on }
        expect(parsePulledMark(pulledMark(one))).toEqual(one)
      }
})

test('marks of sheets made before there were days are read as of the moment', () => {
  const head = '#consolidated|THANG|3|2025-03|main|2025-03-18T00:00:00.000Z'
  expect(parsePulledMark(`${head}|*`)).toEqual(mark)
  expect(parsePulledMark(`${head}|A,B`)).toEqual({ ...mark, agencies: ['A', 'B'] })
  expect(parsePulledMark(`${head}|*|grouped`)).toEqual({ ...mark, grouped: true })
})

test('a mark with what is not known here is none: its sheet is not refreshed as something else', () => {
  const written = pulledMark({ ...mark, on: '2025-03-10' })
  for (const more of ['', '|on=10/03/2025', '|on=', '|grouped', '|x'])
    expect(parsePulledMark(more === '' ? written.replace('on=', 'at=') : written + more), more).toBeNull()
  expect(parsePulledMark(`${pulledMark(mark)}|on=`)).toBeNull()
})

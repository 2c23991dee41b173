// One agency or many in a cell: what is taken, what is offered, and who stands in for whom when agencies end.
import { describe, expect, test } from 'vitest'
import type { Register } from '../agency.ts'
import { sentence } from '../text/sentence.ts'
import { readEntry } from './field.ts'
import { brief, context, offers, readCell } from './one-cell.ts'

const one = { kind: 'agency' } as const
const many = { kind: 'agencies' } as const

describe('one agency', () => {
  test.each([
    ['Sở Thông tin và Truyền thông', 'STTTT'],
    ['sở TT&TT', 'STTTT', 'agency-spelling'],
    ['So Thong tin va Truyen thong', null, 'agency-near'],
    ['Sở Nội vu', null, 'agency-near'],
    ['Sở Ngoại giao', null, 'agency-unknown'],
    ['Sở Nội vụ; Sở Tài chính', null, 'agency-several'],
    ['Các sở, ban, ngành', null, 'agency-several'],
    ['Sở Nội vụ, bộ phận văn thư', null, 'agency-several'],
    ['', null],
    ['-', '-'],
    [5, null, 'agency-unknown'],
  ])('%j', (value, ...expected) => expect(brief(readCell(one, value))).toEqual(expected))
  test('a near name is offered', () => expect(offers(readCell(one, 'So Noi vu'))).toEqual(['Sở Nội vụ']))
  test('of several, each is offered; the rest that is no name is not thrown away by a click', () => {
    expect(offers(readCell(one, 'Sở Nội vụ; Sở Tài chính'))).toEqual(['Sở Nội vụ', 'Sở Tài chính'])
    expect(offers(readCell(one, 'Sở Nội vụ, bộ phận văn thư'))).toEqual([])
  })
})

describe('many agencies', () => {
  test.each([
    ['Sở Nội vụ; Sở Tài chính', ['SNV', 'STC']],
    ['Sở Nội vụ, Sở Tài chính', ['SNV', 'STC'], 'agency-spelling'],
    ['Sở Nội vụ\nSở Tài chính', ['SNV', 'STC']],
    ['Sở Nội vụ; Sở Nội vụ', ['SNV']],
    ['Sở TTTT; Sở, ban, ngành', ['STTTT', 'GRP_SO_BAN_NGANH'], 'agency-group', 'agency-spelling'],
    ['Sở Nội vụ; Sở Ngoại giao', null, 'agency-unknown'],
  ])('%j', (value, ...expected) => expect(brief(readCell(many, value))).toEqual(expected))
  test('one fix writes the whole cell in official names', () => {
    const text = 'UBND thành phố Nha Trang, thành phố Cam Ranh, thị xã Ninh Hòa và huyện Cam Lâm'
    expect(offers(readCell(many, text))).toEqual([
      'UBND thành phố Nha Trang; UBND thành phố Cam Ranh; UBND thị xã Ninh Hòa; UBND huyện Cam Lâm',
    ])
  })
  test('a near name is put right in its place, the others stay', () => {
    expect(offers(readCell(many, 'Sở Nội vụ; Sở Tài chinh; Công an tỉnh'))).toEqual(['Sở Nội vụ; Sở Tài chính; Công an tỉnh'])
  })
  test('a group tells of how many agencies it is', () => {
    const [finding] = readCell(many, 'UBND các huyện, thị xã, thành phố').findings
    expect(finding).toMatchObject({ code: 'agency-group', severity: 'info', params: { count: 9 } })
  })
})

describe('agencies that end and begin', () => {
  const agency = (
    code: string,
    name: string,
    validFrom: string | null,
    validTo: string | null,
    successors: string[],
  ): Register['agencies'][number] => ({
    ...{ code, name, validFrom, validTo, successors },
    ...{ abbreviation: null, aliases: [], kind: 'sở', reports: true, origin: 'seed' },
  })
  const register: Register = {
    agencies: [
      agency('A', 'Sở Cũ', null, '2025-02-28', ['B']),
      agency('B', 'Sở Giữa', '2025-03-01', '2025-06-30', ['C', 'D']),
      agency('C', 'Sở Mới', '2025-07-01', null, []),
      agency('D', 'Sở Khác', '2025-07-01', null, ['D']),
    ],
    groups: [{ code: 'G', name: 'Các sở cũ', spellings: [], members: ['A'], validFrom: null, validTo: '2025-02-28' }],
  }
  const read = (value: string, period: string) => readEntry(one, { value }, { ...context, register, period })
  const say = (value: string, period: string) => {
    const [finding] = read(value, period).findings
    return sentence({ ...finding!, id: '', place: {}, label: { vi: 'Chủ trì', en: 'Lead' }, fixes: [] }, 'vi')
  }

  test('who exists on any day of the period may be named', () => {
    expect(brief(read('Sở Cũ', '2025-02'))).toEqual(['A'])
    expect(brief(read('Sở Cũ', '2025-Q1'))).toEqual(['A'])
    expect(brief(read('Sở Giữa', '2025'))).toEqual(['B'])
  })
  test('who has ended is told with the successor of the period, over several reorganisations', () => {
    expect([brief(read('Sở Cũ', '2025-03')), offers(read('Sở Cũ', '2025-03'))]).toEqual([['A', 'agency-ended'], ['Sở Giữa']])
    expect(offers(read('Sở Cũ', '2025-08'))).toEqual(['Sở Mới', 'Sở Khác'])
    expect(say('Sở Cũ', '2025-03')).toContain('"Sở Cũ" chỉ tồn tại đến ngày 28/02/2025, trước kỳ này. Cơ quan kế thừa: Sở Giữa.')
  })
  test('who has not begun is told with who does the work in the period', () => {
    expect([brief(read('Sở Mới', '2025-05')), offers(read('Sở Mới', '2025-05'))]).toEqual([['C', 'agency-not-yet'], ['Sở Giữa']])
  })
  test('a group that has ended is told', () => {
    expect(brief(readEntry(many, { value: 'Các sở cũ' }, { ...context, register, period: '2025-03' }))).toEqual([['G'], 'agency-ended'])
  })
})

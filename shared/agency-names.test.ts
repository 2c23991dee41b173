// Every agency and group of the plan, before and after the reorganisations of 2025,
// written in all the ways that people write names: it is found, and never another one.
import fc from 'fast-check'
import { describe, expect, test, vi } from 'vitest'
import type { Register } from './agency.ts'
import { indexOf, type Named } from './agency-index.ts'
import { type AgencyMatch, matchAgencies, nameOf } from './agency-names.ts'
import { khanhHoa2025 } from './packs/khanh-hoa-2025/pack.ts'

const { register, reorganisations } = khanhHoa2025

// Every name in every mistreatment, on whatever machine.
vi.setConfig({ testTimeout: 60_000 })

/** The register once both reorganisations are applied. */
const reorganised: Register = {
  groups: register.groups,
  agencies: [
    ...register.agencies.map((agency) => {
      const end = reorganisations
        .flatMap(({ ends, date }) => ends.map((one) => ({ ...one, date })))
        .find((one) => one.agency === agency.code)
      const lastDay = end && (end.date === '2025-03-01' ? '2025-02-28' : '2025-06-30')
      return lastDay === undefined ? agency : { ...agency, validTo: lastDay, successors: [...end!.successors] }
    }),
    ...reorganisations.flatMap(({ begins }) => begins),
  ],
}

const named = (of: Register): Named[] => [...of.groups, ...of.agencies]
const codes = (matches: readonly AgencyMatch[]) => matches.map((match) => ('named' in match ? match.named.code : match.kind))
const find = (text: string, day = '2025-03-01', of = register) => codes(matchAgencies(text, of, day))

/** hòa ↔ hoà, thúy ↔ thuý, khỏe ↔ khoẻ: the tone mark on the other vowel of an open syllable. */
const otherPlace = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/([ou])([\u0300\u0301\u0303\u0309\u0323])([aey])(?![\p{L}\p{M}])/gu, '$1$3$2')
    .normalize('NFC')

const withoutTones = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd').replaceAll('Đ', 'D')

const MISTREATMENTS: Readonly<Record<string, (text: string) => string>> = {
  'as it is': (text) => text,
  lower: (text) => text.toLowerCase(),
  UPPER: (text) => text.toUpperCase(),
  'Every Word': (text) => text.replace(/(?<= )\p{L}/gu, (letter) => letter.toUpperCase()),
  'space before': (text) => ` ${text}`,
  'space behind': (text) => `${text}  `,
  'two spaces': (text) => text.replaceAll(' ', '  '),
  NBSP: (text) => text.replaceAll(' ', '\u00A0'),
  'thin spaces': (text) => text.replaceAll(' ', '\u2009'),
  tab: (text) => text.replace(' ', '\t'),
  'line break': (text) => `${text}\n`,
  'zero width': (text) => text.replaceAll(' ', '\u200B '),
  NFD: (text) => text.normalize('NFD'),
  'other tone place': otherPlace,
  'Ủy as Uỷ': (text) => text.replace(/Ủy/g, 'Uỷ').replace(/ủy/g, 'uỷ'),
  'UBND in full': (text) => text.replaceAll('UBND', 'Ủy ban nhân dân'),
  'UBND in full, other tone': (text) => text.replaceAll('UBND', 'Uỷ ban nhân dân'),
  'U.B.N.D': (text) => text.replaceAll('UBND', 'U.B.N.D'),
  'TP.': (text) => text.replaceAll('thành phố', 'TP.'),
  TP: (text) => text.replaceAll('thành phố', 'TP'),
  'T.P': (text) => text.replaceAll('thành phố', 'T.P'),
  't.p': (text) => text.replaceAll('thành phố', 't.p'),
  'TP.Name': (text) => text.replaceAll('thành phố ', 'TP.'),
  'TX.': (text) => text.replaceAll('thị xã', 'TX.'),
  'eth for Đ': (text) => text.replaceAll('Đ', 'Ð').replaceAll('đ', 'ð'),
  '&': (text) => text.replaceAll(' và ', ' & '),
  '& without spaces': (text) => text.replaceAll(' và ', '&'),
  'full stop': (text) => `${text}.`,
  comma: (text) => `${text},`,
  semicolon: (text) => `${text};`,
  quoted: (text) => `“${text}”`,
  bullet: (text) => `- ${text}`,
  'no commas': (text) => text.replaceAll(',', ''),
  'commas without spaces': (text) => text.replaceAll(', ', ','),
  'long dashes': (text) => text.replaceAll(' - ', ' – '),
  'no dashes': (text) => text.replaceAll(' - ', ' '),
  'with the province': (text) => (text.includes('tỉnh') ? text : `${text} tỉnh Khánh Hòa`),
}

describe.each([
  ['before the reorganisations', register, '2025-02-20'],
  ['after them', reorganised, '2025-08-01'],
] as const)('%s', (_, of, day) => {
  test.each(Object.entries(MISTREATMENTS))('%s: every name is found as itself', (_name, mistreat) => {
    for (const one of named(of)) {
      const text = mistreat(one.name)
      const found = matchAgencies(text, of, day)
      expect(codes(found), text).toEqual([one.code])
      expect(found[0]?.kind, text).toMatch(/exact|spelling/)
    }
  })

  test('every abbreviation and alias is found, too, in any case', () => {
    for (const agency of of.agencies)
      for (const alias of [...(agency.abbreviation ? [agency.abbreviation] : []), ...agency.aliases])
        for (const text of [alias, alias.toLowerCase(), alias.replaceAll('&', '-'), `${alias}.`])
          expect(find(text, day, of), text).toEqual([agency.code])
  })

  test('with "các" before it every group is found', () => {
    for (const group of of.groups) expect(find(`các ${group.name.replace(/^các /i, '')}`, day, of), group.name).toEqual([group.code])
  })

  test('without any tone marks a name is offered, never taken', () => {
    for (const one of named(of)) {
      const bare = withoutTones(one.name)
      if (bare === one.name) continue
      const found = matchAgencies(bare, of, day)
      expect([codes(found), found[0]?.kind], bare).toEqual([[one.code], 'near'])
    }
  })

  test('no two bear one name on one day', () => {
    for (const [key, all] of indexOf(of).keys) {
      const there = all.filter(({ validFrom, validTo }) => (validFrom ?? '') <= day && day <= (validTo ?? '9999'))
      expect(there.length, `${key}: ${there.map(({ name }) => name).join(' = ')}`).toBeLessThanOrEqual(1)
    }
  })

  test('one slip of the finger never makes another agency of it', () => {
    const letters = [...'abcdeghiklmnopqrstuvxyàáảãạăâđêôơưồế ,.-']
    const slip = fc.record({
      of: fc.constantFrom(...named(of)),
      at: fc.nat(1000),
      kind: fc.constantFrom('drop', 'add', 'change', 'swap'),
      letter: fc.constantFrom(...letters),
    })
    fc.assert(
      fc.property(slip, ({ of: one, at: anywhere, kind, letter }) => {
        const text = [...one.name]
        const at = anywhere % text.length
        if (kind === 'drop') text.splice(at, 1)
        if (kind === 'add') text.splice(at, 0, letter)
        if (kind === 'change') text[at] = letter
        if (kind === 'swap' && at > 0) [text[at - 1], text[at]] = [text[at] as string, text[at - 1] as string]
        for (const match of matchAgencies(text.join(''), of, day))
          if (match.kind === 'exact' || match.kind === 'spelling') expect(match.named.code, text.join('')).toBe(one.code)
      }),
      { numRuns: 1000 },
    )
  })

  test('any list of names in their official order and writing is found whole', () => {
    fc.assert(
      fc.property(fc.subarray(named(of), { minLength: 1 }), (all) => {
        expect(find(all.map(({ name }) => name).join('; '), day, of)).toEqual(all.map(({ code }) => code))
      }),
      { numRuns: 100 },
    )
  })
})

describe('as the plan and its readers write', () => {
  test.each([
    ['Sở TT-TT', ['STTTT']],
    ['STTTT', ['STTTT']],
    ['Sở TT&TT', ['STTTT']],
    ['Sở TT và TT', ['STTTT']],
    ['Sở TTTT Khánh Hòa', ['STTTT']],
    ['Sở TT-TT tỉnh Khánh Hòa', ['STTTT']],
    ['sở thông tin và truyền thông', ['STTTT']],
    ['UBND TP Nha Trang', ['UBND_NHATRANG']],
    ['UBND TP. Nha Trang', ['UBND_NHATRANG']],
    ['UBND t.p Nha Trang', ['UBND_NHATRANG']],
    ['TP.Nha Trang', ['UBND_NHATRANG']],
    ['Uỷ ban Nhân dân Thành phố Nha Trang', ['UBND_NHATRANG']],
    ['UBND TX. Ninh Hoà', ['UBND_NINHHOA']],
    ['UBND H. Cam Lâm', ['UBND_CAMLAM']],
    ['UBND huyện Cam Lâm, tỉnh Khánh Hòa', ['UBND_CAMLAM']],
    ['UBND các huyện, thị xã, TP', ['GRP_UBND_HUYEN']],
    ['UBND các huyện, thi xã, thành phố', ['GRP_UBND_HUYEN']],
    ['Các sở, ban, ngành', ['GRP_SO_BAN_NGANH']],
    ['Sở, ban, ngành', ['GRP_SO_BAN_NGANH']],
    ['Công an Khánh Hòa', ['CA_TINH']],
    ['BQL KKT Vân Phong', ['BQL_VANPHONG']],
    ['VP UBND tỉnh', ['VP_UBND']],
    ['Sở Lao động, Thương binh & Xã hội', ['SLDTBXH']],
  ])('%s', (text, expected) => expect(find(text)).toEqual(expected))

  test.each([
    [
      'UBND thành phố Nha Trang, thành phố Cam Ranh, thị xã Ninh Hòa và huyện Cam Lâm',
      ['UBND_NHATRANG', 'UBND_CAMRANH', 'UBND_NINHHOA', 'UBND_CAMLAM'],
    ],
    ['UBND các huyện Cam Lâm, Vạn Ninh và Diên Khánh', ['UBND_CAMLAM', 'UBND_VANNINH', 'UBND_DIENKHANH']],
    ['UBND các huyện: Cam Lâm, Vạn Ninh', ['UBND_CAMLAM', 'UBND_VANNINH']],
    ['Các sở: Nội vụ, Tài chính, Văn hóa và Thể thao', ['SNV', 'STC', 'SVHTT']],
    ['Sở Nội vụ, Tài chính', ['SNV', 'STC']],
    ['Sở TTTT; Sở, ban, ngành', ['STTTT', 'GRP_SO_BAN_NGANH']],
    ['Sở Văn hóa và Thể thao và Sở Du lịch', ['SVHTT', 'SDL']],
    ['Các sở, ban, ngành, UBND các huyện, thị xã, thành phố', ['GRP_SO_BAN_NGANH', 'GRP_UBND_HUYEN']],
    ['Các sở, ban, ngành; địa phương và doanh nghiệp', ['GRP_SO_BAN_NGANH', 'GRP_DIA_PHUONG', 'GRP_DOANH_NGHIEP']],
    ['- Sở Nội vụ\n- Sở Tài chính', ['SNV', 'STC']],
    ['1. Sở Nội vụ\n2. Sở Tài chính', ['SNV', 'STC']],
    ['Sở Nội vụ/Sở Tài chính', ['SNV', 'STC']],
    ['Sở Nội vụ - Sở Tài chính', ['SNV', 'STC']],
    ['Sở Lao động - Thương binh và Xã hội, Công an tỉnh', ['SLDTBXH', 'CA_TINH']],
    ['Sở Nội vụ, Sở Ngoại giao', ['SNV', 'unknown']],
  ])('%s', (text, expected) => expect(find(text)).toEqual(expected))
})

describe('what is not surely a name', () => {
  test.each([
    ['Sở Thông tin và Truyền thôn', 'STTTT', 'near'],
    ['Sở Thông tin Truyền thông', 'STTTT', 'spelling'],
    ['Sở TTTT (chủ trì)', 'STTTT', 'near'],
    ['Sở Nội vu', 'SNV', 'near'],
    ['Nha Trang', 'UBND_NHATRANG', 'near'],
    ['Nội vụ', 'SNV', 'near'],
    ['Thông tin & Truyền thông', 'STTTT', 'near'],
    ['Sở Thông tin & Truyền thông tỉnh KH', 'STTTT', 'spelling'],
    ['Công an tỉnh KH', 'CA_TINH', 'spelling'],
    ['UBND Diên Khánh', 'UBND_DIENKHANH', 'near'],
    ['ubnd dien khanh', 'UBND_DIENKHANH', 'near'],
    ['Ninh Hoà', 'UBND_NINHHOA', 'near'],
    ['huyện Nha Trang', 'UBND_NHATRANG', 'near'],
    ['Ủy ban nhân dân Cam Ranh, tỉnh Khánh Hòa', 'UBND_CAMRANH', 'near'],
    ['Khánh Hòa', 'UBND_TINH', 'near'],
    ['tỉnh Khánh Hoà', 'UBND_TINH', 'near'],
    ['khanh hoa', 'UBND_TINH', 'near'],
  ])('%s is %s, %s', (text, code, kind) => {
    const [match] = matchAgencies(text, register, '2025-03-01')
    expect([match?.kind, match && 'named' in match && match.named.code]).toEqual([kind, code])
  })
  test('a place is its committee of the time, and one of several is asked for', () => {
    const [match] = matchAgencies('Diên Khánh', reorganised, '2025-08-01')
    expect([match?.kind, match && 'named' in match && match.named.code]).toEqual(['near', 'XA_DIEN_KHANH'])
    const twice: Register = {
      groups: [],
      agencies: ['UBND huyện Ninh Sơn', 'UBND xã Ninh Sơn'].map((name, at) => ({ ...register.agencies[0]!, name, code: `${at}` })),
    }
    expect(find('Ninh Sơn', '2025-08-01', twice)).toEqual(['either'])
    expect(find('UBND xã Ninh Son', '2025-08-01', twice)).toEqual(['1'])
  })
  test('places in a list are offered one by one', () => {
    expect(matchAgencies('Nha Trang, Cam Ranh và Ninh Hòa', register, '2025-03-01').map(({ kind }) => kind)).toEqual([
      'near',
      'near',
      'near',
    ])
  })
  test.each([
    'xã Diên Khánh',
    'Sở Diên Khánh',
    'Phòng VHTT Nha Trang',
    'Bắc Nha Trang',
    'UBND',
    'huyện',
    'Sở Ngoại giao',
    'Ban Cơ yếu',
    'chưa phân công',
    'x',
    '???',
    'Sở',
  ])('%s is unknown', (text) => expect(find(text)).toEqual(['unknown']))
  test('nothing of a text is passed over in silence', () => {
    expect(find(`Sở Nội vụ; ${'gì đó; '.repeat(50)}Sở Tài chính`)).toHaveLength(52)
    expect(find(`Sở Nội vụ, ${Array.from({ length: 3000 }, (_, at) => `gì${at}`).join(', ')}`).at(-1)).toBe('unknown')
  })
})

test('a name that two bear on one day is asked about', () => {
  const [one] = register.agencies
  const twice: Register = {
    groups: [],
    agencies: [
      { ...one!, code: 'A' },
      { ...one!, code: 'B' },
    ],
  }
  expect(find(one!.name, '2025-03-01', twice)).toEqual(['either'])
})

test('one name before and after: who exists on the day is meant', () => {
  const [one] = register.agencies
  const both: Register = {
    groups: [],
    agencies: [
      { ...one!, code: 'OLD', validTo: '2025-06-30' },
      { ...one!, code: 'NEW', validFrom: '2025-07-01' },
    ],
  }
  expect(find(one!.name, '2025-06-30', both)).toEqual(['OLD'])
  expect(find(one!.name, '2025-07-01', both)).toEqual(['NEW'])
})

test('a code that the register lost is shown as the code', () => {
  expect([nameOf(register, 'STTTT'), nameOf(register, 'NOBODY')]).toEqual(['Sở Thông tin và Truyền thông', 'NOBODY'])
})

import { describe, expect, test } from 'vitest'
import type { Register } from './agency.ts'
import { caseAtHand, passing } from './cases/case.ts'
import { check } from './check.ts'
import type { Content, ContentRow } from './filing.ts'
import { khanhHoa2025 } from './packs/khanh-hoa-2025/pack.ts'
import { type Known, prefill } from './prefill.ts'

const { templates, register, plan, assignments } = khanhHoa2025
const template = (code: string) => templates.find((one) => one.code === code)!
const known: Known = { register, plan, assignments, previous: null }
const form = (code: string, agency: string, period: string, more: Partial<Known> = {}) =>
  prefill(template(code), agency, period, { ...known, ...more })

const row = (id: string, values: ContentRow['values'], carried = !id.startsWith('n'), table = 'main'): ContentRow => ({
  id,
  table,
  carried,
  values,
})
const content = (code: string, agency: string, period: string, rows: ContentRow[], header: Content['header'] = {}): Content => ({
  ...{ template: code, version: 1, agency, period, declaration: null, header, rows, explanations: {} },
})

describe('the first month', () => {
  const { rows, header } = form('THANG', 'STTTT', '2025-03')

  test('brings Sở TTTT its 25 tasks and 15 documents, numbered from 1', () => {
    expect(rows).toHaveLength(40)
    expect(rows.map((one) => one.values.stt)).toEqual(Array.from({ length: 40 }, (_, at) => String(at + 1)))
    expect(rows[0]).toMatchObject({ id: 'III.1.a', table: 'main', values: { ma_nv: 'III.1.a', vai_tro: 'chu-tri', thoi_han: '2025' } })
    expect(rows[25]).toMatchObject({ id: 'PL1-1', values: { ma_nv: 'PL1-1', thoi_han: '2025-03' } })
  })

  test('knows agency, period and data window', () => {
    expect(header).toEqual({ don_vi: 'STTTT', ky: '2025-03', tu_ngay: '2025-02-15', den_ngay: '2025-03-14' })
  })

  test('makes up no amounts: what is not known stays blank', () => {
    for (const { values } of rows)
      expect([values.gn_lk_truoc, values.ty_le_truoc, values.kh_von]).toEqual([undefined, undefined, undefined])
  })

  test('names who opens the form as preparer', () => {
    expect(form('THANG', 'STTTT', '2025-03', { preparer: 'Nguyễn Thị Lan' }).header.nguoi_lap).toBe('Nguyễn Thị Lan')
  })
})

test('an agency gets its share of rows given to groups', () => {
  const ids = form('THANG', 'UBND_DIENKHANH', '2025-03').rows.map((one) => one.id)
  expect(ids).toHaveLength(34)
  expect(ids.slice(-3)).toEqual(['PL1-17', 'PL1-18', 'PL1-19'])
})

test('in appendix I the missing cell stays blank and "-" stays "-"', () => {
  const rows = new Map(form('PL1', 'UBND_DIENKHANH', '2025-03').rows.map((one) => [one.id, one.values]))
  expect([...rows.keys()]).toEqual(['PL1-17', 'PL1-18', 'PL1-19'])
  expect(rows.get('PL1-17')).not.toHaveProperty('co_quan_phoi_hop')
  expect(rows.get('PL1-19')?.co_quan_phoi_hop).toBe('-')
})

test('who does not exist on the period’s last day is given nothing', () => {
  const ended: Register = {
    ...register,
    agencies: register.agencies.map((agency) => (agency.code === 'STTTT' ? { ...agency, validTo: '2025-03-30' } : agency)),
  }
  expect(form('THANG', 'STTTT', '2025-03', { register: ended }).rows).toEqual([])
})

describe('the second month', () => {
  const previous = content(
    'THANG',
    'STTTT',
    '2025-03',
    [
      row('III.1.a', { trang_thai: 'dang-thuc-hien', ty_le: 40, gn_ky: 5_000_000, gn_lk: 5_000_000, ket_qua: 'Đã kiểm tra sáu cơ quan' }),
      row('PL1-99', { ty_le: 10 }),
      row('n7', {
        stt: '41',
        ma_nv: '123/UBND-KSTT',
        ten_nv: 'Việc giao thêm',
        vai_tro: 'chu-tri',
        ty_le: 20,
        gn_lk: 1_000,
        ket_qua: 'Đã làm',
      }),
    ],
    { nguoi_lap: 'Nguyễn Thị Lan', nguoi_ky: 'Trần Văn Minh, Phó Giám đốc', so_bc: '12/BC-STTTT', ky: '2025-03' },
  )
  const { rows, header } = form('THANG', 'STTTT', '2025-04', { previous })
  const values = (id: string) => rows.find((one) => one.id === id)?.values

  test('brings last month’s cumulative values, and asks anew for what happened', () => {
    expect(values('III.1.a')).toMatchObject({ gn_lk_truoc: 5_000_000, ty_le_truoc: 40 })
    for (const key of ['trang_thai', 'ty_le', 'gn_ky', 'gn_lk', 'ket_qua']) expect(values('III.1.a')).not.toHaveProperty(key)
  })

  test('brings back what the filer added, with what names it, after the given rows', () => {
    expect(rows.at(-1)).toEqual({
      id: 'n7',
      table: 'main',
      values: {
        stt: '41',
        ma_nv: '123/UBND-KSTT',
        ten_nv: 'Việc giao thêm',
        vai_tro: 'chu-tri',
        ty_le_truoc: 20,
        gn_lk_truoc: 1_000,
        ket_qua_truoc: 'Đã làm',
      },
    })
  })

  test('still brings it back in the third month, when it counts as a row the server brought', () => {
    const again = content('THANG', 'STTTT', '2025-04', [row('n7', { ten_nv: 'Việc giao thêm', ty_le: 30 }, true)])
    expect(form('THANG', 'STTTT', '2025-05', { previous: again }).rows.at(-1)).toMatchObject({
      id: 'n7',
      values: { ten_nv: 'Việc giao thêm', ty_le_truoc: 30 },
    })
  })

  test('leaves out a task that is no longer the agency’s', () => {
    expect(values('PL1-99')).toBeUndefined()
  })

  test('keeps the names of people, not the number of the last report', () => {
    expect(header).toEqual({
      don_vi: 'STTTT',
      ky: '2025-04',
      tu_ngay: '2025-03-15',
      den_ngay: '2025-04-14',
      nguoi_lap: 'Nguyễn Thị Lan',
      nguoi_ky: 'Trần Văn Minh, Phó Giám đốc',
    })
  })
})

describe('columns that open with last period’s value', () => {
  test('bring the projects of appendix II back whole', () => {
    const project = {
      stt: '1',
      ten: 'Kho dữ liệu dùng chung',
      chu_dau_tu: 'STTTT',
      tmdt: 50_000_000_000,
      nc_tong: 9_000_000,
      nc_dtc: 9_000_000,
      nhiem_vu: ['III.5.a'],
    }
    const previous = content('PL2', 'STTTT', '2025-03', [row('n1', project)])
    const { nc_tong: _, ...typed } = project
    expect(form('PL2', 'STTTT', '2025-04', { previous }).rows).toEqual([{ id: 'n1', table: 'main', values: typed }])
  })

  test('bring what was answered, also where the plan says otherwise or the answer was blank', () => {
    const previous = content('PL1', 'UBND_DIENKHANH', '2025-03', [
      row('PL1-17', { co_quan_phoi_hop: '-', trang_thai: 'da-trinh', ngay_trinh: '2025-03-10', nhiem_vu_lien_quan: null }),
    ])
    const values = form('PL1', 'UBND_DIENKHANH', '2025-04', { previous }).rows[0]?.values
    expect(values).toMatchObject({ co_quan_phoi_hop: '-', trang_thai: 'da-trinh', ngay_trinh: '2025-03-10' })
    expect(values).not.toHaveProperty('nhiem_vu_lien_quan')
  })

  test('keep a filer’s own numbering of child rows in appendix I', () => {
    const previous = content('PL1', 'SYT', '2025-03', [row('n1', { stt: '2.1', ten_van_ban: 'Quy chế', co_quan_chu_tri: ['SYT'] })])
    const rows = form('PL1', 'SYT', '2025-04', { previous }).rows
    expect(rows.map((one) => one.values.stt)).toEqual(['1', '2', '2.1'])
  })
})

describe('projects of appendices II and III in the monthly report', () => {
  const project = { ma: 'PL2-STTTT-01', ten: 'Kho dữ liệu dùng chung', thoi_gian: '2024-2026', nc_tong: 9_000_000 }
  const task = { ma: 'PL3-STTTT-01', ten: 'Bảo trì hệ thống', phoi_hop: ['SYT'], thoi_gian: '2025-Q2', nc_tong: 5_000_000 }
  const others = new Map([
    ['PL2', content('PL2', 'STTTT', '2025-03', [row('n1', project)])],
    ['PL3', content('PL3', 'STTTT', '2025-03', [row('n1', task)])],
  ])
  const april = (previous: Content | null = null) => form('THANG', 'STTTT', '2025-04', { others, previous }).rows

  test('come after the tasks of the plan, by their codes, with their budget of the year', () => {
    expect(april().slice(40)).toEqual([
      {
        id: 'PL2-STTTT-01',
        table: 'main',
        values: { stt: '41', ma_nv: project.ma, ten_nv: project.ten, vai_tro: 'chu-tri', thoi_han: '2026', kh_von: 9_000_000 },
      },
      {
        id: 'PL3-STTTT-01',
        table: 'main',
        values: {
          ...{ stt: '42', ma_nv: task.ma, ten_nv: task.ten, vai_tro: 'chu-tri' },
          ...{ co_quan_phoi_hop: ['SYT'], thoi_han: '2025-Q2', kh_von: 5_000_000 },
        },
      },
    ])
  })

  test('bring what was disbursed before, also where the filer had typed the task by hand', () => {
    const before = (id: string) => content('THANG', 'STTTT', '2025-03', [row(id, { ma_nv: project.ma, ty_le: 40, gn_lk: 2_000_000 })])
    for (const id of [project.ma, 'n4']) {
      const rows = april(before(id))
      expect(rows).toHaveLength(42)
      expect(rows[40]).toMatchObject({ id: project.ma, values: { gn_lk_truoc: 2_000_000, ty_le_truoc: 40 } })
    }
  })
})

describe('the code of a project', () => {
  const one = caseAtHand(passing.find(({ name }) => name === 'pl2-one-project')!)
  const first = check(one.template, one.filing, one.context).content

  test('is given with the first report, and the same in the next', () => {
    expect(first.rows[0]?.values.ma).toBe('PL2-STTTT-01')
    const known = form('PL2', 'STTTT', '2025-04', { previous: first, lastAdded: 1 })
    expect(known.rows[0]?.values.ma).toBe('PL2-STTTT-01')
    const context = { ...one.context, period: '2025-04', prefill: known, previous: first }
    const { content: second, findings } = check(one.template, { ...one.filing, period: '2025-04' }, context)
    expect(findings).toEqual([])
    expect(second.rows[0]?.values.ma).toBe('PL2-STTTT-01')
  })

  test('typed over is told and stays', () => {
    const [typed] = one.filing.rows
    const rows = [{ ...typed!, entries: { ...typed!.entries, ma: { value: 'X' } } }]
    const judged = check(one.template, { ...one.filing, rows }, one.context)
    expect(judged.findings.map(({ code }) => code)).toEqual(['carried-changed'])
    expect(judged.content.rows[0]?.values.ma).toBe('PL2-STTTT-01')
  })
})

test('where nothing is remembered, nothing comes back', () => {
  const previous = content('VUONGMAC', 'SYT', '2024', [row('n1', { ma_nv: 'III.5.c', noi_dung: 'Thiếu kinh phí' })])
  expect(form('VUONGMAC', 'SYT', '2025', { previous }).rows).toEqual([])
})

test('the quarterly report gets the rows of all its tables', () => {
  const { rows } = form('QUY', 'STTTT', '2025-Q1')
  expect(Object.fromEntries([...Map.groupBy(rows, (one) => one.table)].map(([table, all]) => [table, all.length]))).toEqual({
    a: 13,
    b: 35,
    c: 39,
    d: 4,
    e: 1,
  })
})

test('what was reported under the key that a field had before is carried on', () => {
  const monthly = template('THANG')
  const renamed = {
    ...monthly,
    tables: monthly.tables.map((table) => ({
      ...table,
      fields: table.fields.map((field) => ({
        ...field,
        ...(field.key === 'ket_qua' ? { key: 'ket_qua_moi', was: ['ket_qua'] } : {}),
        ...(field.carryFrom === 'ket_qua' ? { carryFrom: 'ket_qua_moi' } : {}),
      })),
    })),
  }
  const previous = content('THANG', 'STTTT', '2025-03', [row('III.1.a', { ket_qua: 'Đã trình dự thảo', ty_le: 40 })])
  const { rows } = prefill(renamed, 'STTTT', '2025-04', { ...known, previous })
  expect(rows[0]!.values).toMatchObject({ ket_qua_truoc: 'Đã trình dự thảo', ty_le_truoc: 40 })
})

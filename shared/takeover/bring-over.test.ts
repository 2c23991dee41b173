// Nothing of an old table is lost in silence: what does not stand in the form
// afterwards is told with its cell and the reason.
import { describe, expect, test } from 'vitest'
import { openForm, standing, takenOver } from '../testing/old-form.ts'
import { asDay, asPercent, inTcvn3, oldSheet } from '../testing/old-sheet.ts'
import { oldTables } from '../testing/old-tables.ts'

const recognised = oldTables.flatMap((one) =>
  one.expected.map((expected, at) => ({ ...one, expected, at, title: `${one.shape}, ${expected.table}` })),
)

describe.each(recognised)('$title', ({ template, sheet, at }) => {
  const form = openForm(template)
  const { proposal, brought, placed, after } = takenOver(form, sheet, { at })
  const isFilled = (row: number, column: number) => {
    const cell = sheet.cells.get(`${String.fromCharCode(65 + column)}${row}`)
    return cell !== undefined
  }
  test('every cell of every data row is written, stands there already, or is told', () => {
    const told = new Set(brought.columns.map(({ column }) => column.charCodeAt(0) - 65))
    const filled = brought.rows.flatMap((row) =>
      proposal.columns.filter(({ column }) => !told.has(column) && isFilled(row.at, column)).map(({ column }) => `${row.at}/${column}`),
    )
    const written = brought.rows.reduce((sum, { contents }) => sum + Object.keys(contents).length, 0)
    const left = brought.cells.filter(({ why }) => why !== 'doubtful').length
    expect(written + brought.same + left).toBe(filled.length)
    expect(
      brought.rows
        .map((row) => row.at)
        .concat(brought.left.map((row) => row.at))
        .sort((a, b) => a - b),
    ).toEqual([...proposal.rows, ...proposal.skipped.map(({ row }) => row)].map((row) => row + 1).sort((a, b) => a - b))
    expect(placed.edits).toHaveLength(written)
  })
  test('taken over again, nothing is written and no row is added twice', () => {
    const again = takenOver(after, sheet, { at })
    expect(again.placed.edits).toEqual([])
    expect(again.brought.rows.map(({ by }) => by)).not.toContain('added')
  })
})

const INSPECTION = 'Tổ chức kiểm tra đầu tư ứng dụng công nghệ thông tin (CNTT), an toàn thông tin tại các cơ quan, đơn vị, địa phương.'
const month = openForm('THANG')
const monthly = (...rows: Parameters<typeof oldSheet>[0]) =>
  takenOver(
    month,
    oldSheet([['Mã NV', 'Nội dung nhiệm vụ', 'Tình trạng', '% HT', 'Sản phẩm: số ký hiệu', 'GN trong kỳ (đồng)', 'Ghi chú'], ...rows]),
  )
const whyOf = ({ brought }: ReturnType<typeof takenOver>, cell: string) => brought.cells.find((one) => one.cell === cell)

describe('a row is known', () => {
  test('by its code, also one in front of its name', () => {
    expect(monthly(['III.1.a', 'Việc đã đổi tên', 'Hoàn thành', 100, null, 5]).brought.rows[0]).toMatchObject({
      ours: 'III.1.a',
      by: 'code',
    })
    expect(monthly([null, `III.1.a. ${INSPECTION}`, 'Hoàn thành', 100, null, 5]).brought.rows[0]).toMatchObject({
      ours: 'III.1.a',
      by: 'code',
    })
  })
  test('by its name, whatever case, tone placement and signs', () => {
    expect(monthly([null, INSPECTION.toUpperCase().replace('.', ''), 'Hoàn thành', 100, null, 5]).brought.rows[0]).toMatchObject({
      ours: 'III.1.a',
      by: 'name',
    })
  })
  test('by a name that is much alike, which is said', () => {
    const { brought } = monthly([null, INSPECTION.replace('Tổ chức kiểm tra', 'Kiểm tra'), 'Hoàn thành', 100, null, 5])
    expect(brought.rows[0]).toMatchObject({ ours: 'III.1.a', by: 'alike', meant: INSPECTION })
    expect(brought.cells).toContainEqual({ cell: 'B2', field: 'ten_nv', why: 'carried', finding: null })
  })
  test('not by a lead agency that many rows share, nor by a name with another number', () => {
    const documents = openForm('PL1')
    const old = (name: string) =>
      oldSheet([
        ['Tên văn bản', 'Cơ quan chủ trì', 'Trạng thái'],
        [name, 'Sở Thông tin và Truyền thông', 'Đã trình'],
      ])
    expect(takenOver(documents, old('Một văn bản chưa ai nghe')).brought.rows[0]?.by).toBe('added')
    const phase = 'Kiến trúc Chính quyền điện tử tỉnh Khánh Hòa, phiên bản 4.0, hướng tới Chính quyền số'
    expect(takenOver(documents, old(phase)).brought.rows[0]?.by).toBe('added')
  })
  test('once: a second row for the same is told', () => {
    const { brought } = monthly(['III.1.a', INSPECTION, 'Hoàn thành', 100, null, 5], ['III.1.a', INSPECTION, 'Tạm dừng', 40, null, 6])
    expect(brought.left).toMatchObject([{ at: 3, why: 'twice' }])
  })
  test('or is told, where the person wants no row added and where the table takes none', () => {
    const old = oldSheet([
      ['Nội dung nhiệm vụ', 'Tình trạng', '% HT'],
      ['Việc khác hẳn', 'Hoàn thành', 100],
    ])
    expect(takenOver(month, old, { add: false }).brought.left).toMatchObject([{ at: 2, why: 'no-match' }])
    const indicators = oldSheet([
      ['Mã chỉ tiêu', 'Chỉ tiêu', 'Tử số', 'Mẫu số'],
      ['KHONG_CO', 'Chỉ tiêu lạ', 1, 2],
    ])
    expect(takenOver(openForm('CHITIEU'), indicators).brought.left).toMatchObject([{ at: 2, why: 'no-match' }])
  })
})

describe('a cell is written as the form counts and spells it', () => {
  const { brought, after } = monthly(['III.1.a', INSPECTION, 'hoàn thành', asPercent(0.95), inTcvn3('12/KH-STTTT'), 1_250_000])
  const row = standing(after, 'main').get('III.1.a')
  test('money in the unit of our column, exactly', () => expect(row?.gn_ky).toBe(1.25))
  test('percent without a percent format', () => expect(row?.ty_le).toBe(95))
  test('a label as the list has it', () => expect(row?.trang_thai).toBe('Hoàn thành'))
  test('and no doubt is left', () => expect(brought.cells).toEqual([]))
  test('triệu, nghìn and tỷ are never taken for one another', () => {
    const amount = (unit: string, value: number) =>
      standing(
        takenOver(
          month,
          oldSheet([
            ['Mã NV', 'Nội dung nhiệm vụ', 'Tình trạng', `Giải ngân trong kỳ (${unit})`],
            ['III.1.a', INSPECTION, 'Hoàn thành', value],
          ]),
        ).after,
        'main',
      ).get('III.1.a')?.gn_ky
    expect([amount('đồng', 322_799_000), amount('nghìn đồng', 322_799), amount('triệu đồng', 1500), amount('tỷ đồng', 0.5)]).toEqual([
      322.799, 322.799, 1500, 500,
    ])
  })
  test('a legacy font in text becomes Unicode', () => {
    const old = oldSheet([
      ['Mã NV', 'Nội dung nhiệm vụ', 'Tình trạng', 'Kết quả trong kỳ'],
      ['III.1.a', INSPECTION, 'Hoàn thành', inTcvn3('Đã trình dự thảo kế hoạch năm 2025')],
    ])
    expect(standing(takenOver(month, old).after, 'main').get('III.1.a')?.ket_qua).toBe('Đã trình dự thảo kế hoạch năm 2025')
  })
})

describe('what does not fit is told with its cell', () => {
  test('a cell without any reading is left out', () => {
    const taken = monthly(['III.1.a', INSPECTION, 'Hoàn thành', 'gần xong', null, 5], ['III.1.b', null, 'Tạm dừng', 40, null, 5])
    expect(whyOf(taken, 'D2')).toMatchObject({ field: 'ty_le', why: 'unfit', finding: { code: 'not-a-number' } })
    expect(taken.brought.rows[0]?.contents).not.toHaveProperty('ty_le')
  })
  test('a cell of which a person must choose the reading is written as it was', () => {
    const taken = monthly(['III.1.a', INSPECTION, 'Hoàn thành', 100, 'QD 954/QD-UBND', 5])
    expect(whyOf(taken, 'E2')).toMatchObject({ why: 'doubtful', finding: { code: 'not-a-document-number' } })
    expect(taken.brought.rows[0]?.contents.sp_so).toBe('QD 954/QD-UBND')
  })
  test('an ambiguous number in another unit is not written at all', () => {
    const taken = monthly(['III.1.a', INSPECTION, 'Hoàn thành', 100, null, '1,234'])
    expect(whyOf(taken, 'F2')).toMatchObject({ why: 'unfit', finding: { code: 'number-ambiguous' } })
  })
  test('a dash where the form takes none, and an error of Excel', () => {
    const taken = monthly(['III.1.a', INSPECTION, 'Hoàn thành', '-', null, { value: '#N/A', error: true }])
    expect(whyOf(taken, 'D2')).toMatchObject({ why: 'unfit', finding: { code: 'nil-not-allowed' } })
    expect(whyOf(taken, 'F2')).toMatchObject({ why: 'unfit', finding: { code: 'cell-error' } })
  })
  test('a column without a place, with how much stands in it', () => {
    expect(
      monthly(['III.1.a', INSPECTION, 'Hoàn thành', 100, null, 5, 'a'], ['III.1.b', 'x', 'Tạm dừng', 1, null, 5, 'b']).brought.columns,
    ).toEqual([{ column: 'G', titles: ['Ghi chú'], why: 'unasked', cells: 2 }])
  })
  test('what the form works out itself is not taken', () => {
    const old = oldSheet([
      ['TT', 'Mã NV', 'Nội dung nhiệm vụ', 'Lũy kế giải ngân'],
      [1, 'III.1.a', INSPECTION, 7],
    ])
    expect(takenOver(month, old).brought.columns.map(({ column, why }) => [column, why])).toEqual([
      ['A', 'numbering'],
      ['D', 'computed'],
    ])
  })
  test('what the person typed is not typed over, unless she says so', () => {
    const first = monthly(['III.1.a', INSPECTION, 'Hoàn thành', 100, null, 5])
    const old = oldSheet([
      ['Mã NV', 'Nội dung nhiệm vụ', 'Tình trạng'],
      ['III.1.a', INSPECTION, 'Tạm dừng'],
    ])
    const kept = takenOver(first.after, old)
    expect(kept.placed.edits).toEqual([])
    expect(kept.brought.cells).toMatchObject([{ cell: 'C2', field: 'trang_thai', why: 'kept' }])
    expect(standing(takenOver(first.after, old, { overwrite: true }).after, 'main').get('III.1.a')?.trang_thai).toBe('Tạm dừng')
  })
  test('rows for which the form has no free row left', () => {
    const many = Array.from({ length: 70 }, (_, at) => [`Hệ thống số ${at + 1}`, 3, asDay(45690), 'Trung tâm'])
    const { brought, placed } = takenOver(
      openForm('RAQUET'),
      oldSheet([['Tên HTTT', 'Cấp độ', 'Ngày rà quét', 'Đơn vị thực hiện'], ...many]),
    )
    expect(brought.rows).toHaveLength(70)
    expect(placed.homeless).toHaveLength(10)
    expect(placed.edits).toHaveLength(60 * 4)
  })
})

test('the person’s mapping counts, not the proposal', () => {
  const old = oldSheet([
    ['Mã NV', 'Nội dung nhiệm vụ', 'Tình trạng', 'Ghi chú'],
    ['III.1.a', INSPECTION, 'Hoàn thành', 'Chưa có định mức'],
  ])
  expect(standing(takenOver(month, old, { change: { 3: 'kho_khan' } }).after, 'main').get('III.1.a')?.kho_khan).toBe('Chưa có định mức')
})

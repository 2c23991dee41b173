// A consolidated workbook as long as one wants: rows of 15 columns as officials
// fill them, in portions as a database gives them. The same in every run.
import type { SheetRow, WorkbookLayout } from '../../shared/sheet/sheet-layout.ts'
import { streamWorkbook } from '../xlsx/write.ts'

export const COLUMNS = 15
const PORTION = 500
/** More than deflate looks back over, so that repeating them helps nobody. */
export const DISTINCT = 1000
const WORDS = 'xây dựng nền tảng dùng chung của tỉnh hệ thống giám sát an toàn thông tin dịch vụ công trực tuyến cơ sở dữ liệu'.split(' ')

function distinctRows(): SheetRow[] {
  let state = 2044
  const random = (below: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return (state >>> 8) % below
  }
  const words = (count: number) => Array.from({ length: count }, () => WORDS[random(WORDS.length)]).join(' ')
  const money = () => random(1_000_000_000) / 1000
  return Array.from({ length: DISTINCT }, (_, index) => ({
    kind: 0,
    height: 31,
    cells: [
      ...[
        null,
        String(index + 1),
        words(12),
        words(6),
        'Đang thực hiện',
        `III.${1 + random(9)}.a`,
        45_700 + random(300),
        random(1_000_000),
      ],
      ...[money(), money(), random(10_000) / 100, 'Có', words(8), 'KH25-000123', `n${index}`],
    ],
  }))
}

export const distinct = distinctRows()

/** A database would be waited for at every portion. */
const waited = () => new Promise((done) => setTimeout(done, 0))

async function* portions(count: number): AsyncGenerator<SheetRow[]> {
  for (let at = 0; at < count; at += PORTION) {
    if (at % (20 * PORTION) === 0) await waited()
    const from = at % DISTINCT
    yield distinct.slice(from, from + Math.min(PORTION, count - at))
  }
}

const layoutFor = (rows: number): WorkbookLayout => ({
  ...{ title: 'Tổng hợp', font: 'Times New Roman', names: [] },
  sheets: [
    {
      ...{
        name: 'Tổng hợp',
        visibility: 'visible',
        columns: [],
        rows: [],
        merges: [],
        validations: [],
        conditionals: [],
        protected: false,
      },
      cells: [{ at: 'A1', value: 'Tổng hợp' }],
      styles: { cell: { size: 11, border: true, wrap: true }, money: { size: 11, border: true, format: '#,##0.000###' } },
      styled: [
        { range: 'A2:O2', style: 'cell' },
        { range: 'H2:K2', style: 'money' },
      ],
      slot: { at: 2, kinds: 1, rows, merges: [] },
    },
  ],
})

async function sizeOf(stream: ReadableStream<Uint8Array>): Promise<number> {
  const reader = stream.getReader()
  let size = 0
  for (let next = await reader.read(); !next.done; next = await reader.read()) size += next.value.length
  return size
}

/** Writes it and throws it away; answers how many bytes there were. */
export const writeLong = async (rows: number): Promise<number> => sizeOf(await streamWorkbook(layoutFor(rows), () => portions(rows)))

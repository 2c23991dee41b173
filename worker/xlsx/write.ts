// Writes a workbook layout as an .xlsx file: at once, or as a stream in which
// the rows of its slots come while they are read. The same layout, the same bytes.
import type { SheetLayout, SheetRow, WorkbookLayout } from '../../shared/sheet/sheet-layout.ts'
import { pulledBytes } from '../pulled-bytes.ts'
import { partText } from './inflate.ts'
import { type OpenSheet, openSheet } from './sheet-slot.ts'
import { sheetPart, skeleton } from './skeleton.ts'
import { Utf8Chunks } from './utf8-chunks.ts'
import { rowWriter } from './write-rows.ts'
import { type StreamedPart, zipBytes } from './zip-write.ts'

/** Rows in portions, each as large as the reader finds handy. */
export type Rows = AsyncIterable<readonly SheetRow[]>

async function* sheetChunks({ head, tail, kinds }: OpenSheet, first: number, promised: number, rows: Rows): AsyncGenerator<Uint8Array> {
  yield new TextEncoder().encode(head)
  const out = new Utf8Chunks()
  const xmlOf = rowWriter(kinds)
  const full = function* (all: boolean) {
    for (const chunk of out.take(all)) {
      yield chunk
      out.giveBack(chunk)
    }
  }
  let number = first
  for await (const portion of rows) {
    for (const row of portion) {
      out.add(xmlOf(row, number++))
      if (out.ready) yield* full(false)
    }
  }
  yield* full(true)
  // The sheet's ranges and totals rest on the number that was promised.
  if (number - first !== promised) throw new Error(`${promised} rows were promised, ${number - first} came`)
  yield new TextEncoder().encode(tail)
}

/** Everything that can be wrong with the layout is found before the first byte; a later failure breaks the stream off. */
export async function streamWorkbook(layout: WorkbookLayout, rowsOf: (sheet: SheetLayout) => Rows): Promise<ReadableStream<Uint8Array>> {
  const sheets = new Map(layout.sheets.map((sheet, index) => [sheetPart(index), sheet]))
  const bare = layout.sheets.map((sheet) => (sheet.slot ? { ...sheet, merges: [] } : sheet))
  const parts = (await skeleton({ ...layout, sheets: bare })).map(async (entry) => {
    const sheet = sheets.get(entry.path)
    if (!sheet?.slot) return entry
    const { at, rows } = sheet.slot
    const chunks = sheetChunks(openSheet(await partText(entry), sheet, sheet.slot), at, rows, rowsOf(sheet))
    return { path: entry.path, chunks } satisfies StreamedPart
  })
  return pulledBytes(zipBytes(await Promise.all(parts)))
}

export async function writeWorkbook(layout: WorkbookLayout): Promise<Uint8Array> {
  return new Uint8Array(await new Response(pulledBytes(zipBytes(await skeleton(layout)))).arrayBuffer())
}

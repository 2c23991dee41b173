// A workbook that is no form of ours, as cells: kept as it came and read under the same
// rules as every upload. What its tables mean is proposed beside the form, by the person's own pane or portal.
import type { UploadedSheets } from '../../shared/wire.ts'
import type { Parts } from '../parts.ts'
import { gridOf, keepUpload, type Upload } from './take-upload.ts'

/** Cells of all sheets together: an old report is far smaller, and a browser takes this at once. */
const CELLS_MAX = 60_000

export async function uploadedSheets(parts: Parts, upload: Pick<Upload, 'person' | 'obligation' | 'bytes'>): Promise<UploadedSheets> {
  await keepUpload(parts, upload)
  const { sheets, date1904 } = await gridOf(upload.bytes)
  let room = CELLS_MAX
  const read: UploadedSheets['sheets'] = []
  const unread: string[] = []
  for (const { name, visibility, cells, merges } of sheets) {
    if (visibility !== 'visible' || cells.size === 0) continue
    if (cells.size > room) unread.push(name)
    else {
      room -= cells.size
      read.push({ name, cells: Object.fromEntries(cells), merges: [...merges] })
    }
  }
  return { sheets: read, unread, date1904 }
}

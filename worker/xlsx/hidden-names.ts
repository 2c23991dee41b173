// Marks names as hidden in a written workbook: the XLSX library cannot say it.
// Every other part keeps its bytes.

import { partText } from './inflate.ts'
import { READ_LIMITS } from './limits.ts'
import { zipDirectory } from './zip-directory.ts'
import { deflatedEntry, writeZip } from './zip-write.ts'

const WORKBOOK = 'xl/workbook.xml'

export async function hideNames(bytes: Uint8Array, hidden: ReadonlySet<string>): Promise<Uint8Array> {
  const unlimited = {
    ...READ_LIMITS,
    partBytes: Number.POSITIVE_INFINITY,
    totalBytes: Number.POSITIVE_INFINITY,
    ratio: Number.POSITIVE_INFINITY,
  }
  const entries = zipDirectory(bytes, unlimited)
  const workbook = entries.get(WORKBOOK)
  if (!workbook) throw new Error('the written workbook has no workbook part')
  const xml = (await partText(workbook)).replace(/<definedName name="([^"]*)"/g, (whole, name: string) =>
    hidden.has(name) ? `${whole} hidden="1"` : whole,
  )
  const changed = deflatedEntry(WORKBOOK, new TextEncoder().encode(xml))
  return writeZip([...entries.values()].map((entry) => (entry === workbook ? changed : entry)))
}

// A workbook as the answer to a request, to be saved under a name that says what it is.
import type { Context } from 'hono'
import type { AppEnv } from '../app-env.ts'
import { XLSX } from './describe.ts'

/** `name` is made of codes: letters, digits, `-`, `_` and `.` need no encoding. */
export const workbookAnswer = (c: Context<AppEnv>, workbook: Uint8Array | ReadableStream<Uint8Array>, name: string): Response =>
  c.body(workbook instanceof ReadableStream ? workbook : new Uint8Array(workbook), 200, {
    'Content-Type': XLSX,
    'Content-Disposition': `attachment; filename="${name.replace(/[^\w.-]/g, '_')}.xlsx"`,
  })

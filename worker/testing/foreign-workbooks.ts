// Forms as other programs saved them, byte by byte, each with what a person who did not make the
// reader says of its columns. For tests only.
import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'

const FOLDER = join(import.meta.dirname, 'foreign-workbooks')

export interface ForeignColumn {
  /** Its letter in the sheet. */
  readonly at: string
  /** Groups first, " / " between them. */
  readonly title: string
  /** What it may be taken for; the first says it best. */
  readonly kinds: readonly string[]
  readonly computed?: true
  /** What its drop-down offers. */
  readonly choices?: readonly string[]
}

export interface ForeignWorkbook {
  readonly name: string
  readonly about: string
  readonly bytes: Uint8Array
  readonly tables: readonly { readonly sheet: string; readonly columns: readonly ForeignColumn[] }[]
}

export const foreignWorkbooks: readonly ForeignWorkbook[] = readdirSync(FOLDER)
  .filter((file) => file.endsWith('.xlsx'))
  .map((file) => {
    const name = basename(file, '.xlsx')
    const said = JSON.parse(readFileSync(join(FOLDER, `${name}.json`), 'utf8')) as Omit<ForeignWorkbook, 'name' | 'bytes'>
    return { name, bytes: new Uint8Array(readFileSync(join(FOLDER, file))), ...said }
  })

// Opens a workbook in LibreOffice, as its receivers would, and gives back what
// stands in its cells.
import { execFile } from 'node:child_process'
import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

/** Filter options: comma, quote, UTF-8, all cells as shown, formulas calculated, every sheet into a file of its own. */
const EVERY_SHEET = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1'

const csv = (text: string): string[][] => {
  const rows: string[][] = [[]]
  for (const match of text.matchAll(/("(?:[^"]|"")*"|[^,\n]*)(,|\n|$)/g)) {
    const [, cell, end] = match
    rows.at(-1)!.push(cell!.startsWith('"') ? cell!.slice(1, -1).replaceAll('""', '"') : cell!)
    if (end === '\n') rows.push([])
  }
  return rows
}

export async function readSheets(file: string): Promise<{ name: string; rows: string[][] }[]> {
  const folder = mkdtempSync(join(tmpdir(), 'libreoffice-'))
  const copy = join(folder, 'workbook.xlsx')
  copyFileSync(file, copy)
  try {
    await promisify(execFile)(process.env.LIBREOFFICE ?? 'soffice', [
      `-env:UserInstallation=file://${folder}/profile`,
      '--headless',
      '--convert-to',
      EVERY_SHEET,
      '--outdir',
      folder,
      copy,
    ])
    return readdirSync(folder)
      .filter((name) => name.endsWith('.csv'))
      .map((name) => ({ name: name.replace(/^workbook-?|\.csv$/g, ''), rows: csv(readFileSync(join(folder, name), 'utf8')) }))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

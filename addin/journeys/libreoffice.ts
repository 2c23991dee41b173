// Opens workbooks and documents in LibreOffice, as their receivers would, and gives
// back what stands in them.
import { execFile } from 'node:child_process'
import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

/** Filter options: comma, quote, UTF-8, all cells as shown, formulas calculated, every sheet into a file of its own. */
const EVERY_SHEET = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1'

async function convert(file: string, name: string, to: string, folder: string): Promise<void> {
  const copy = join(folder, name)
  copyFileSync(file, copy)
  const files = () => readdirSync(folder).filter((one) => one !== 'profile').length
  const standing = files()
  const said = await promisify(execFile)(process.env.LIBREOFFICE ?? 'soffice', [
    `-env:UserInstallation=file://${folder}/profile`,
    ...['--headless', '--convert-to', to, '--outdir', folder, copy],
  ])
  // What cannot be opened is no failure to it: it says so and ends well.
  if (files() === standing)
    throw new Error(`LibreOffice made nothing of ${name} (${statSync(file).size} bytes): ${said.stdout} ${said.stderr}`)
}

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
  try {
    await convert(file, 'workbook.xlsx', EVERY_SHEET, folder)
    return readdirSync(folder)
      .filter((name) => name.endsWith('.csv'))
      .map((name) => ({ name: name.replace(/^workbook-?|\.csv$/g, ''), rows: csv(readFileSync(join(folder, name), 'utf8')) }))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** A document as text, and on how many pages it is printed. */
export async function readDocument(file: string): Promise<{ text: string; pages: number }> {
  const folder = mkdtempSync(join(tmpdir(), 'libreoffice-'))
  try {
    await convert(file, 'document.docx', 'pdf', folder)
    await convert(file, 'document.docx', 'txt:Text (encoded):UTF8', folder)
    const pdf = readFileSync(join(folder, 'document.pdf'), 'latin1')
    return { text: readFileSync(join(folder, 'document.txt'), 'utf8'), pages: (pdf.match(/\/Type\/Page\//g) ?? []).length }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

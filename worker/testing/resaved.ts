// Workbooks as LibreOffice saves them again: many files in one start. Nothing
// where it is not installed.
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { pathToFileURL } from 'node:url'

export const soffice = [
  process.env.LIBREOFFICE,
  ...(process.env.PATH ?? '').split(delimiter).map((folder) => join(folder, 'soffice')),
].find((path) => path && existsSync(path))

export const canResave = soffice !== undefined

/** Longer command lines than this are refused by some systems. */
const AT_ONCE = 100

/** Without it, results that are stored beside formulas are taken as they are. */
const ALWAYS_RECALCULATE = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>`

export function resaved(files: readonly Uint8Array[], { recalculate = false } = {}): Uint8Array[] {
  const folder = mkdtempSync(join(tmpdir(), 'resave-'))
  try {
    if (recalculate) {
      mkdirSync(join(folder, 'profile/user'), { recursive: true })
      writeFileSync(join(folder, 'profile/user/registrymodifications.xcu'), ALWAYS_RECALCULATE)
    }
    const [before, after] = ['before', 'after'].map((name) => join(folder, name)) as [string, string]
    mkdirSync(before)
    const paths = files.map((bytes, index) => {
      const path = join(before, `${index}.xlsx`)
      writeFileSync(path, bytes)
      return path
    })
    for (let from = 0; from < paths.length; from += AT_ONCE) {
      const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile'))}`
      const some = paths.slice(from, from + AT_ONCE)
      execFileSync(soffice!, [profile, '--headless', '--convert-to', 'xlsx:Calc MS Excel 2007 XML', '--outdir', after, ...some], {
        stdio: 'pipe',
      })
    }
    return files.map((_, index) => readFileSync(join(after, `${index}.xlsx`)))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

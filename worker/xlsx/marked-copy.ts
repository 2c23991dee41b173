// A copy of somebody's workbook with findings shown in it: marks and notes at
// the cells, and a sheet that lists them. What the filer made stays as it is.
import { type FindingReport, REPORT_SHEETS } from '../../shared/sheet/finding-report.ts'
import { READ_LIMITS, ReadBudget } from './limits.ts'
import { areOurs, commentsPart, drawingPart } from './marked-notes.ts'
import { markedSheet, withNotes } from './marked-sheet.ts'
import { markedStyles } from './marked-styles.ts'
import { PackageEdit } from './package-edit.ts'
import { relationships } from './relationships.ts'
import { reportSheet } from './report-sheet.ts'
import { workbookParts } from './workbook-parts.ts'
import { prefixOf, xmlText } from './xml-splice.ts'
import { zipDirectory } from './zip-directory.ts'

const TRANSITIONAL = {
  main: 'http://schemas.openxmlformats.org/spreadsheetml/2006/main',
  relations: 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
}
const STRICT = {
  main: 'http://purl.oclc.org/ooxml/spreadsheetml/main',
  relations: 'http://purl.oclc.org/ooxml/officeDocument/relationships',
}
const SHEET_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml'
const COMMENTS_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml'
const DRAWING_TYPE = 'application/vnd.openxmlformats-officedocument.vmlDrawing'

/** Appends the sheet of findings to the book and opens the file there; answers the book. */
function withSheet(book: string, name: string, id: string, relations: string): { book: string; at: number } {
  const prefix = prefixOf(book)
  const sheets = [...book.matchAll(new RegExp(`<${prefix}sheet\\s[^<>]*>`, 'g'))].map(([tag]) => tag)
  const highest = Math.max(0, ...sheets.map((tag) => Number(/\ssheetId="(\d+)"/.exec(tag)?.[1] ?? 0)))
  const tag = `<${prefix}sheet name="${xmlText(name)}" sheetId="${highest + 1}" xmlns:pls="${relations}" pls:id="${id}"/>`
  return { book: book.replace(`</${prefix}sheets>`, `${tag}</${prefix}sheets>`), at: sheets.length }
}

const openedAt = (book: string, at: number): string =>
  book.replace(
    new RegExp(`<${prefixOf(book)}workbookView(?=[\\s/>])[^<>]*?(?=/?>)`),
    (tag) => `${tag.replace(/\sactiveTab="\d*"/, '')} activeTab="${at}"`,
  )

/** The bytes must have been read before: what refuses an upload refuses it here as well. Throws WorkbookRefusal. */
export async function markedCopy(bytes: Uint8Array, formSheet: string, report: FindingReport): Promise<Uint8Array> {
  const entries = zipDirectory(bytes, READ_LIMITS)
  const budget = new ReadBudget(READ_LIMITS)
  const parts = await workbookParts(entries, budget)
  const main =
    [...(await relationships(entries, '', budget)).values()].find(({ kind }) => kind === 'officeDocument')?.target ?? 'xl/workbook.xml'
  const edit = new PackageEdit(entries)
  let book = (await edit.text(main)) as string
  const { main: mainNames, relations } = book.includes(STRICT.main) ? STRICT : TRANSITIONAL

  const stylesPath = parts.styles?.path
  const styles = stylesPath === undefined ? null : markedStyles((await edit.text(stylesPath)) as string)
  if (styles) edit.write(stylesPath!, styles.xml)

  for (const { name, entry } of parts.sheets) {
    const before = (await edit.text(entry.path)) as string
    // Two selected sheets would be typed into together.
    const alone = before.replace(/\stabSelected="(?:1|true)"/, '')
    const marked = name === formSheet && styles ? markedSheet(alone, report.marks, styles.marks) : alone
    if (marked !== before) edit.write(entry.path, marked)
  }
  const form = parts.sheets.find(({ name }) => name === formSheet)
  if (form)
    await putNotes(edit, form.entry.path, [...(await relationships(entries, form.entry.path.toLowerCase(), budget)).values()], report, {
      mainNames,
      relations,
    })

  const listed = reportSheet(report, styles?.looks ?? 0, mainNames)
  const known = parts.sheets.find(({ name }) => Object.values(REPORT_SHEETS).includes(name))
  if (known) {
    edit.write(known.entry.path, listed)
    const tags = [...book.matchAll(new RegExp(`<${prefixOf(book)}sheet\\s[^<>]*>`, 'g'))]
    book = openedAt(
      book,
      Math.max(
        0,
        tags.findIndex(([tag]) => tag.includes(`name="${xmlText(known.name)}"`)),
      ),
    )
  } else {
    const path = edit.freePath('xl/worksheets/findings.xml')
    const id = await edit.add(main, { path, xml: listed, contentType: SHEET_TYPE, type: `${relations}/worksheet` })
    const added = withSheet(book, report.sheetName, id, relations)
    book = openedAt(added.book, added.at)
  }
  edit.write(main, book)
  return edit.bytes()
}

interface Names {
  readonly mainNames: string
  readonly relations: string
}

/** Notes where the sheet has none, or none but ours; the notes of people stay as they are. */
async function putNotes(
  edit: PackageEdit,
  sheet: string,
  related: readonly { readonly kind: string; readonly target: string | null }[],
  { marks }: FindingReport,
  { mainNames, relations }: Names,
): Promise<void> {
  const xml = (await edit.text(sheet)) as string
  const [comments, drawing] = ['comments', 'vmlDrawing'].map((kind) => related.find((one) => one.kind === kind)?.target)
  if (comments && drawing) {
    if (related.some(({ kind }) => kind === 'threadedComment') || !areOurs((await edit.text(comments)) ?? '')) return
    edit.write(comments, commentsPart(marks, mainNames))
    edit.write(drawing, drawingPart(marks))
    return
  }
  if (comments || drawing || marks.length === 0 || new RegExp(`<${prefixOf(xml)}legacyDrawing[\\s/]`).test(xml)) return
  const type = (kind: string) => `${relations}/${kind}`
  await edit.add(sheet, {
    path: edit.freePath('xl/findings-notes.xml'),
    xml: commentsPart(marks, mainNames),
    contentType: COMMENTS_TYPE,
    type: type('comments'),
  })
  const path = edit.freePath('xl/drawings/findings-notes.vml')
  const id = await edit.add(sheet, { path, xml: drawingPart(marks), contentType: DRAWING_TYPE, type: type('vmlDrawing') })
  edit.write(sheet, withNotes((await edit.text(sheet)) as string, id, relations))
}

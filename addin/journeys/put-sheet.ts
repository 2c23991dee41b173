// Puts a sheet of one's own into the sandbox's workbook, as if it had stood there before.
import type { Page } from 'playwright-core'
import { parseAddress, parseRange } from '../../shared/a1.ts'
import type { GridSheet } from '../../shared/sheet/grid.ts'

interface Area {
  readonly row: number
  readonly column: number
  readonly rows: number
  readonly columns: number
}
interface Sheet {
  setFormat(area: Area, format: object): void
  setInput(row: number, column: number, input: string | number | boolean): void
  merge(area: Area): void
  flush(): void
}

interface Workbook {
  active(): { readonly id: string }
  activate(id: string): void
  addSheet(name: string): Sheet
}

export async function putSheet(page: Page, name: string, { cells, merges }: GridSheet): Promise<void> {
  const written = [...cells].map(([at, { value, format, font }]) => ({
    ...parseAddress(at)!,
    value: typeof value === 'string' ? `'${value}` : value,
    look: { ...(format && { numberFormat: format }), ...(font && { fontName: font }) },
  }))
  const merged = merges.map((range) => {
    const { from, to } = parseRange(range)!
    return { row: from.row, column: from.column, rows: to.row - from.row + 1, columns: to.column - from.column + 1 }
  })
  await page.evaluate(
    ([title, all, areas]) => {
      const { workbook } = (window as unknown as { sandbox: { workbook: Workbook } }).sandbox
      const before = workbook.active().id
      const sheet = workbook.addSheet(title)
      for (const { row, column, value, look } of all) {
        if (Object.keys(look).length > 0) sheet.setFormat({ row, column, rows: 1, columns: 1 }, look)
        sheet.setInput(row, column, value)
      }
      for (const area of areas) sheet.merge(area)
      sheet.flush()
      workbook.activate(before)
    },
    [name, written, merged] as const,
  )
}

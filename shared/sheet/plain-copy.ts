// A drawn form without what makes it one: for a version of a report that is kept to
// be looked at beside the form. No marks, names, records, lists and rules; formulas are their results.
import { isMark } from './anchors.ts'
import type { WorkbookLayout } from './sheet-layout.ts'

export function plainCopy(layout: WorkbookLayout, name: string): WorkbookLayout {
  const [form] = layout.sheets
  if (!form) return { ...layout, names: [] }
  const { print: _, ...drawn } = form
  const cells = drawn.cells.flatMap(({ at, value }) =>
    value === undefined || (typeof value === 'string' && isMark(value)) ? [] : [{ at, value }],
  )
  return { ...layout, sheets: [{ ...drawn, name, cells, validations: [], conditionals: [], protected: false }], names: [] }
}

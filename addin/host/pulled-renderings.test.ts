// One description, two renderings: consolidated rows that Office.js draws into the open
// workbook are the sheet that the file has, cell by cell.
import { expect, test } from 'vitest'
import { khanhHoa2025 } from '../../shared/packs/khanh-hoa-2025/pack.ts'
import { pulledWorkbook } from '../../shared/sheet/pulled-workbook.ts'
import type { Consolidation } from '../../shared/wire.ts'
import { consolidatedBytes, type FiledAgency, headOf, MADE_AT, PERIOD, sampleRows } from '../../worker/testing/consolidation-sample.ts'
import { MemoryWorkbook } from '../sandbox/memory-workbook.ts'
import { openExcel } from '../sandbox/node-runtime.contract.ts'
import { wireHost } from '../sandbox/wire/wire-host.ts'
import { drawnLook } from './drawn-look.contract.ts'
import { excelHost, runtimeOf } from './excel.ts'
import { fileLook } from './file-look.contract.ts'

const { plan, register, templates } = khanhHoa2025
const names = { plan, register }

/** A text cell of Excel keeps a number as text; files write what looks like an escape as one. */
const shown = (cells: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(Object.entries(cells).map(([at, value]) => [at, String(value).replaceAll('_x005F_', '_')]))

test.each(['THANG', 'PL2', 'CHITIEU'])('%s is the same in the file and in the open workbook', { timeout: 60_000 }, async (code) => {
  const template = templates.find((one) => one.code === code)!
  const agencies = [4, 0, 3].map((count, index): FiledAgency => {
    const agency = register.agencies[index]!
    const rows = Object.fromEntries(template.tables.map((table) => [table.key, sampleRows(table, count, plan, index + 1)]))
    return { code: agency.code, name: agency.name, rows, ...(count === 0 ? { declaration: { kind: 'nothing-to-report' } } : {}) }
  })
  const all: Consolidation = {
    ...{ template: code, version: template.version, period: PERIOD, on: null, madeAt: MADE_AT, missing: [], totals: {} },
    heads: agencies.map(headOf),
    rows: agencies.flatMap((agency, index) =>
      Object.entries(agency.rows).flatMap(([table, rows]) =>
        rows.map(({ id, cell, values }) => {
          const { agencyName, submissionId, receiptNumber } = headOf(agency, index)
          return { agency: agency.code, agencyName, submissionId, receiptNumber, table, rowId: id, cell, values }
        }),
      ),
    ),
  }
  const layout = await pulledWorkbook({ template, names, all, chosen: null, on: null })
  const workbook = new MemoryWorkbook()
  const scope = openExcel(wireHost(workbook), '1.9')
  await excelHost(runtimeOf(scope.Excel, scope.Office)).draw(layout)
  const drawn = Object.values(drawnLook(workbook, layout).sheets).slice(0, template.tables.length)
  const file = Object.entries(fileLook(await consolidatedBytes({ template, names, agencies })).sheets).flatMap(([name, look]) =>
    name.startsWith('Tổng hợp') ? [look] : [],
  )
  expect(file).toHaveLength(template.tables.length)
  for (const [index, look] of file.entries()) {
    expect(shown(drawn[index]!.cells)).toEqual(shown(look.cells))
    for (const part of ['visibility', 'merges', 'widths', 'hiddenColumns', 'heights', 'hiddenRows', 'freeze', 'page'] as const)
      expect({ [part]: drawn[index]![part] }).toEqual({ [part]: look[part] })
  }
  for (const [index, { formats }] of file.entries())
    for (const [at, format] of Object.entries(formats)) expect({ [at]: drawn[index]!.formats[at] }).toEqual({ [at]: format })
})

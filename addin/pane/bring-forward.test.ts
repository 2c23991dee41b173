// A workbook with a form of an earlier version, over the genuine Excel client library:
// its figures come into the form of today, and the old sheet stays with all it holds.
import { expect, test } from 'vitest'
import { excelHost, runtimeOf } from '../host/excel.ts'
import { MemoryWorkbook } from '../sandbox/memory-workbook.ts'
import { EXCEL_VERSIONS, openExcel } from '../sandbox/node-runtime.contract.ts'
import { wireHost } from '../sandbox/wire/wire-host.ts'
import { bringForward } from './bring-forward.ts'
import { formOf } from './form-setting.contract.ts'
import { formLayout, judge } from './judge.ts'
import type { Errand } from './perform.ts'
import type { Event } from './session.ts'

const first = formOf('THANG')
const second = formOf('THANG', (template) => ({
  ...template,
  version: 2,
  tables: template.tables.map((table) => ({
    ...table,
    rules: [],
    fields: table.fields.flatMap((field) => {
      if (field.key === 'kho_khan') return []
      return field.key === 'ky_toi' ? [{ ...field, key: 'viec_ky_toi', was: ['ky_toi'] }] : [field]
    }),
  })),
}))

test.each(EXCEL_VERSIONS)('at ExcelApi %s', { timeout: 120_000 }, async (version) => {
  const workbook = new MemoryWorkbook()
  const scope = openExcel(wireHost(workbook), version)
  const host = excelHost(runtimeOf(scope.Excel, scope.Office), 60_000)
  const old = await host.draw(formLayout(first, null))
  const said = { declaration: null, header: {}, explanations: {}, answers: {} }
  const before = judge(first, { name: old, grid: await host.grid(old) }, said).filing
  const cell = (field: string) => before.rows.find(({ id }) => id === 'III.1.a')!.entries[field]!.cell!
  for (const [field, value] of Object.entries({ ty_le: 60, ky_toi: 'Ban hành kế hoạch', kho_khan: 'Thiếu nhân lực' }))
    workbook.type(old, cell(field), value)
  workbook.rename(old, 'Báo cáo tháng của tôi')
  // A column of her own beside the form.
  workbook.sheet('Báo cáo tháng của tôi').setInput(20, 60, 'hỏi lại')

  const heard: Event[] = []
  const errand = {
    ...{ host, standing: new Map(), person: 'p1', kept: { setBase: () => {} } },
    dispatch: (event: Event) => void heard.push(event),
    asideName: { mine: '', theirs: '', older: (number: number) => `phiên bản ${number}` },
  } as unknown as Errand
  await bringForward({ do: 'carry-over', form: second, older: { sheet: 'Báo cáo tháng của tôi', version: 1 } }, errand)

  const carried = heard.find((event) => event.type === 'carried')?.carried
  expect(carried?.kept).toBe('THANG 2025-03 (phiên bản 1)')
  expect(carried?.renamed.map(({ to }) => to.key)).toEqual(['viec_ky_toi'])
  expect(carried?.left).toEqual({ columns: [expect.objectContaining({ cells: 1 })], rows: [] })
  const forms = await host.forms()
  expect(forms.map(({ identity, sheet }) => [identity.version, sheet])).toEqual([[2, 'THANG 2025-03']])
  const { filing } = judge(second, { name: 'THANG 2025-03', grid: await host.grid('THANG 2025-03') }, said)
  const row = filing.rows.find(({ id }) => id === 'III.1.a')
  expect([row?.entries.ty_le?.value, row?.entries.viec_ky_toi?.value]).toEqual([60, 'Ban hành kế hoạch'])
  const kept = workbook.sheet(carried!.kept)
  const { row: at, column } = kept.spot(cell('kho_khan'))
  expect([kept.value(at, column), kept.value(20, 60)]).toEqual(['Thiếu nhân lực', 'hỏi lại'])
})

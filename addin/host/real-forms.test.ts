// Every template of the pack, drawn into Excel through the genuine library and
// read back by the one reader: what was brought into the form comes out of it.
import { expect, test } from 'vitest'
import { obligationsOf } from '../../shared/deadline.ts'
import { cellValue } from '../../shared/field/field.ts'
import type { Obligation } from '../../shared/obligation.ts'
import { khanhHoa2025 } from '../../shared/packs/khanh-hoa-2025/pack.ts'
import { prefill } from '../../shared/prefill.ts'
import { layout } from '../../shared/sheet/layout.ts'
import { read } from '../../shared/sheet/reading.ts'
import type { Template } from '../../shared/template.ts'
import { MemoryWorkbook } from '../sandbox/memory-workbook.ts'
import { openExcel } from '../sandbox/node-runtime.contract.ts'
import { wireHost } from '../sandbox/wire/wire-host.ts'
import { excelHost, runtimeOf } from './excel.ts'

const { register, plan, assignments, templates } = khanhHoa2025

const PERIODS = ['2025-03', '2025-Q1', '2025-H1', '2025']

const obligationFor = (template: Template): Obligation => {
  for (const period of PERIODS) {
    const all = obligationsOf(template, register, period)
    const found = all.find(({ agency }) => agency === 'STTTT') ?? all[0]
    if (found) return found
  }
  throw new Error(`nobody owes ${template.code}`)
}

const open = () => {
  const workbook = new MemoryWorkbook()
  const wire = wireHost(workbook)
  const scope = openExcel(wire, '1.9')
  return { workbook, wire, host: excelHost(runtimeOf(scope.Excel, scope.Office)) }
}

test.each(templates.map((template) => ({ code: template.code, template })))('$code is drawn and read back', async ({ template }) => {
  const obligation = obligationFor(template)
  const known = prefill(template, obligation.agency, obligation.period, { register, plan, assignments, previous: null })
  const { host, wire, workbook } = open()
  const agencyName = register.agencies.find(({ code }) => code === obligation.agency)?.name ?? ''
  const sheet = await host.draw(layout(template, known, { obligation, register, plan, agencyName, provinceName: 'Khánh Hòa' }))

  expect(await host.forms()).toMatchObject([
    { sheet, identity: { template: template.code, agency: obligation.agency, period: obligation.period } },
  ])
  const { filing, findings } = read(await host.grid(sheet), sheet, template)
  expect(findings).toEqual([])
  expect(filing.rows.filter(({ id }) => known.rows.some((row) => row.id === id)).map(({ id }) => id)).toEqual(
    known.rows.map(({ id }) => id),
  )
  for (const row of known.rows) {
    const types = new Map(template.tables.find(({ key }) => key === row.table)?.fields.map((field) => [field.key, field.type]))
    const got = filing.rows.find(({ id }) => id === row.id)?.entries ?? {}
    for (const [key, value] of Object.entries(row.values)) {
      const type = types.get(key)
      if (type) expect(got[key]?.value ?? null, `${row.id} ${key}`).toBe(cellValue(type, value, { register, plan }))
    }
  }
  expect(workbook.sheet(sheet).protected).toBe(true)
  // Far below the 5 MB that Excel on the web allows.
  expect(Math.max(...wire.exchanges.map(({ bytesIn }) => bytesIn))).toBeLessThan(2_000_000)
})

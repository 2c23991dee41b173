// What the pane asks of Excel, over the wire that the sandbox answers: requests,
// the largest of them, and time; beside the same values put in and read by one bare
// request each. Only in Node: Excel's library does not run in workerd.
import type { Bench } from '../../.tools/meter.ts'
import { context, manyRows, roomy } from '../../shared/check/many-rows.ts'
import { check } from '../../shared/check.ts'
import type { Filing } from '../../shared/filing.ts'
import { layout } from '../../shared/sheet/layout.ts'
import { read } from '../../shared/sheet/reading.ts'
import { sampleObligation } from '../../shared/sheet/sample.ts'
import type { Template } from '../../shared/template.ts'

const LIMIT = 5 * 1024 * 1024
const kb = (bytes: number) => `${Math.round(bytes / 1024)} kB`.padStart(9)
const ms = (time: number) => `${time.toFixed(0)} ms`.padStart(9)

async function openWorkbook() {
  const [{ MemoryWorkbook }, { openExcel }, { wireHost }, { excelHost, runtimeOf }] = await Promise.all([
    import('../sandbox/memory-workbook.ts'),
    import('../sandbox/node-runtime.contract.ts'),
    import('../sandbox/wire/wire-host.ts'),
    import('./excel.ts'),
  ])
  const wire = wireHost(new MemoryWorkbook())
  const { Excel, Office } = openExcel(wire, '1.9')
  return { wire, Excel, host: excelHost(runtimeOf(Excel, Office)) }
}

const formOf = (template: Template, draft: Filing) => {
  const { register, plan, agency, period, prefill } = context
  const obligation = { ...sampleObligation, template: template.code, agency, period }
  return layout(template, prefill, {
    obligation,
    register,
    plan,
    agencyName: 'Sở Thông tin và Truyền thông',
    provinceName: plan.province,
    draft,
  })
}

const bench: Bench = async ({ runtime, say }) => {
  if (runtime !== 'node') return say('Excel’s client library needs a browser or Node.')
  await say('                                        requests   largest in  largest out       all in     time    bare  time/bare')
  for (const [code, count] of [
    ['THANG', 500],
    ['PL2', 500],
    ['THANG', 5000],
    ['PL2', 5000],
  ] as const) {
    const template = roomy(code)
    const { wire, Excel, host } = await openWorkbook()
    const form = formOf(template, manyRows(template, count))
    const measured = async <T>(name: string, work: () => Promise<T>, bare: () => Promise<unknown>): Promise<T> => {
      const [before, from] = [wire.exchanges.length, performance.now()]
      const result = await work()
      const took = performance.now() - from
      const made = wire.exchanges.slice(before)
      const bareFrom = performance.now()
      await bare()
      const bareTook = performance.now() - bareFrom
      const largest = (key: 'bytesIn' | 'bytesOut') => Math.max(...made.map((one) => one[key]))
      if (Math.max(largest('bytesIn'), largest('bytesOut')) > LIMIT) throw new Error(`${name}: more than Excel on the web takes`)
      const all = made.reduce((sum, one) => sum + one.bytesIn, 0)
      await say(
        `${code} ${String(count).padStart(5)} rows: ${name.padEnd(20)} ${String(made.length).padStart(9)}    ${kb(largest('bytesIn'))}    ${kb(largest('bytesOut'))}    ${kb(all)}${ms(took)}${ms(bareTook)}${(took / bareTook).toFixed(1).padStart(9)}`,
      )
      return result
    }
    const progress: number[] = []
    const values = form.sheets[0]!.cells.map(({ value }) => value ?? '')
    const columns = template.tables[0]!.fields.length + 1
    const grid = Array.from({ length: Math.floor(values.length / columns) }, (_, row) => values.slice(row * columns, (row + 1) * columns))
    const sheet = await measured(
      'open the form',
      () => host.draw(form, (done, of) => progress.push(done / of)),
      () =>
        Excel.run(async (batch) => {
          batch.workbook.worksheets.add('trần').getRangeByIndexes(0, 0, grid.length, columns).values = grid
          await batch.sync().catch(() => {})
        }),
    )
    await say(`                   told ${progress.length} times how far it is`)
    const bareRead = () =>
      Excel.run(async (batch) => {
        const used = batch.workbook.worksheets.getItem(sheet).getUsedRange(true).load('values')
        await batch.sync().catch(() => {})
        return used
      })
    const judged = async () => {
      const found = read(await host.grid(sheet), sheet, template, context)
      return { filing: found.filing, ...check(template, found.filing, context) }
    }
    const { findings } = await measured('check', judged, bareRead)
    await measured('mark what was found', () => host.mark(sheet, findings), bareRead)
    const { filing } = await measured('read again to submit', judged, bareRead)
    await measured('clear marks, stamp', () => host.clearMarks(sheet).then(() => host.stamp(sheet, 'Đã nộp')), bareRead)
    await say(
      `                   ${findings.length} findings, ${filing.rows.length} rows in a body of${kb(JSON.stringify(filing).length)}, ${wire.kept} ranges kept`,
    )
  }
}

export default bench

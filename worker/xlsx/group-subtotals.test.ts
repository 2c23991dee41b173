import { expect, test } from 'vitest'
import { khanhHoa2025 } from '../../shared/packs/khanh-hoa-2025/pack.ts'
import { readPulled } from '../../shared/sheet/pulled-reading.ts'
import { sharesOf } from '../../shared/sheet/pulled-shares.ts'
import { consolidatedBytes, sampleRows } from '../testing/consolidation-sample.ts'
import { readWorkbook } from './read.ts'

const { templates, plan, register } = khanhHoa2025
const pl2 = templates.find(({ code }) => code === 'PL2')!
const [table] = pl2.tables

test('the subtotal of a group is taken apart into the agencies and rows below its line, and no others', async () => {
  const agencies = [3, 2, 4].map((rows, at) => ({
    code: `A${at + 1}`,
    name: `Sở ${at + 1}`,
    rows: { main: sampleRows(table!, rows, plan, at + 1) },
  }))
  const made = await consolidatedBytes({ template: pl2, names: { plan, register }, agencies, groupSizes: [2, 1] })
  const sheet = (await readWorkbook(made)).sheets.find(({ name }) => name === 'Tổng hợp')!
  const pulled = readPulled(sheet)!
  const field = table!.fields.find(({ key }) => key === 'nc_dtc')!
  const counted = pulled.groups.map((row) => sharesOf(table!, field, pulled, sheet, row))
  expect(counted.map(({ rows, agencies }) => [rows, agencies.map(({ agency }) => agency).sort()])).toEqual([
    [5, ['A1', 'A2']],
    [4, ['A3']],
  ])
  const whole = sharesOf(table!, field, pulled, sheet)
  expect(counted.reduce((sum, { value }) => sum + Number(value), 0)).toBe(whole.value)
  for (const { agency, at } of counted.flatMap(({ agencies }) => agencies))
    expect(pulled.lines.find(({ row }) => row === at)).toMatchObject({ agency, submission: `s-${agency}` })
})

// One report of the demonstration as it would come out of the sheet: filled by what the story
// says, drawn, read back, and its warnings explained. Always the same for the same obligation.
import { check } from '../../shared/check.ts'
import { explanationKey } from '../../shared/explanations.ts'
import { cellValue } from '../../shared/field/field.ts'
import type { Entry, Filing } from '../../shared/filing.ts'
import { layout } from '../../shared/sheet/layout.ts'
import { read } from '../../shared/sheet/reading.ts'
import { gridOf } from '../../shared/sheet/sample-grid.ts'
import { isNothing } from '../../shared/value.ts'
import type { Case } from '../actions/case.ts'
import { documentCells, scanCells } from './demo-documents.ts'
import { indicatorCells } from './demo-indicators.ts'
import { listCells, progressCells, projectsOf } from './demo-projects.ts'
import { type DemoMonth, NIL } from './demo-story.ts'
import { taskCells } from './demo-tasks.ts'

type Cells = Record<string, Entry['value']>

const NAMES = ['Nguyễn Thị Lan', 'Trần Văn Hùng', 'Lê Thị Mai', 'Phạm Minh Tuấn', 'Võ Thị Hạnh', 'Đặng Quốc Bảo', 'Huỳnh Thị Yến']
const entriesOf = (cells: Cells): Record<string, Entry> => Object.fromEntries(Object.entries(cells).map(([key, value]) => [key, { value }]))

/** Cells that the form opens with and that are the filer's: they stay as they are unless she types over them. */
function opened({ template, context }: Case, table: string, rowId: string): Cells {
  const given = context.prefill.rows.find((row) => row.table === table && row.id === rowId)
  const inputs = template.tables.find(({ key }) => key === table)?.fields.filter(({ source }) => source === 'input') ?? []
  return Object.fromEntries(
    inputs.flatMap(({ key, type }) => {
      const value = given?.values[key]
      return isNothing(value) ? [] : [[key, cellValue(type, value, context)]]
    }),
  )
}

function rowsOf(one: Case, version: number): Map<string, Cells> {
  const { obligation, context, agencyName } = one
  const position = context.register.agencies.findIndex(({ code }) => code === obligation.agency)
  const month = obligation.period as DemoMonth
  const given = context.prefill.rows.map(({ id }) => id)
  if (obligation.template === 'CHITIEU') return new Map(given.map((id) => [id, indicatorCells(one, id, position)]))
  if (obligation.template === 'PL1') return new Map(given.map((id) => [id, documentCells(one, id)]))
  if (obligation.template === 'RAQUET') return new Map([['n1', scanCells(one)]])
  const projects = projectsOf(obligation.agency, agencyName, month, position)
  if (obligation.template !== 'THANG')
    return new Map(
      projects
        .filter((project) => project.template === obligation.template)
        .map((project, at) => [project.rowId, listCells(project, at, agencyName, month)]),
    )
  const tasks = given.filter((id) => !/^(n\d|PL[23]-)/.test(id)).map((id): [string, Cells] => [id, taskCells(one, id, position, version)])
  return new Map([
    ...tasks,
    ...projects.map((project): [string, Cells] => {
      const id = [project.code, project.taskId].find((one) => given.includes(one))
      return [id ?? project.taskId, progressCells(project, month, id === undefined)]
    }),
  ])
}

/** `version` 2 is what is sent after the first was sent back, taken back, or found wrong. */
export function demoFiling(one: Case, version = 1): Filing {
  const { obligation, template, context, agencyName } = one
  const rows = NIL.includes(obligation.id) ? new Map<string, Cells>() : rowsOf(one, version)
  const nothing = rows.size === 0
  const position = context.register.agencies.findIndex(({ code }) => code === obligation.agency)
  const name = (at: number) => NAMES[(position + at) % NAMES.length]!
  const typed: Filing = {
    ...{ template: template.code, version: template.version, agency: obligation.agency, period: obligation.period },
    declaration: nothing ? { kind: 'nothing-to-report' } : null,
    header: entriesOf({ nguoi_lap: `${name(0)}, 0258 3822 ${100 + position}`, nguoi_ky: `${name(3)}, Phó Thủ trưởng` }),
    rows: [...rows].map(([id, cells]) => ({ id, table: 'main', entries: entriesOf({ ...opened(one, 'main', id), ...cells }) })),
    explanations: {},
  }
  const { register, plan, prefill } = context
  const drawn = layout(template, prefill, { obligation, register, plan, agencyName, provinceName: plan.province, draft: typed })
  const { filing } = read(gridOf(drawn), drawn.sheets[0]!.name, template, context)
  const { findings } = check(template, filing, context)
  const errors = findings.filter(({ severity }) => severity === 'error')
  if (errors.length > 0) throw new Error(`${obligation.id} of the demonstration: ${JSON.stringify(errors.slice(0, 3))}`)
  const warnings = findings.filter(({ severity }) => severity === 'warning')
  return {
    ...filing,
    explanations: Object.fromEntries(
      warnings.map((finding) => [explanationKey(finding), 'Đã rà soát lại với bộ phận chuyên môn, số liệu đúng.']),
    ),
  }
}

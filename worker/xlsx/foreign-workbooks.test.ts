// Forms that stand in files of other programs: from the bytes to the draft that an admin is shown.
import { beforeAll, describe, expect, it } from 'vitest'
import { context } from '../../shared/field/one-cell.ts'
import { isSure } from '../../shared/template-proposal/inferred.ts'
import { proposeTemplate, type TemplateProposal } from '../../shared/template-proposal/propose-template.ts'
import { type ForeignWorkbook, foreignWorkbooks } from '../testing/foreign-workbooks.ts'
import { READ_LIMITS, ReadBudget } from './limits.ts'
import { readWorkbook } from './read.ts'

/** The columns of one table of a draft, by their letters in the file. */
function columnsOf({ template, inferred, lists }: TemplateProposal, table: number) {
  const fields = template.tables[table]?.fields ?? []
  return fields.map(({ group = [], title, type, source }, at) => {
    const marks = inferred.filter(({ path }) => path.join('/') === `tables/${table}/fields/${at}`)
    const entries = type.kind === 'choice' ? lists.find(({ id }) => id === type.list)?.entries : undefined
    return {
      sheet: marks[0]?.sheet,
      at: marks[0]?.cell.replace(/\d/g, ''),
      title: [...group, title].map(({ vi }) => vi).join(' / '),
      ...{ kind: type.kind, computed: source === 'computed', choices: entries?.map(({ label }) => label.vi) },
      asked: !marks.every(isSure) || marks.length === 0,
    }
  })
}

const plain = (title: string) => title.normalize('NFC').toLowerCase()

/** What is expected beside what was proposed. */
const held = (workbook: ForeignWorkbook, proposal: TemplateProposal) =>
  workbook.tables.flatMap(({ sheet, columns }, table) =>
    columns.map((expected) => {
      const found = columnsOf(proposal, table).find((one) => one.sheet === sheet && one.at === expected.at)
      const right = found !== undefined && plain(found.title) === plain(expected.title) && expected.kinds.includes(found.kind)
      return { form: workbook.name, expected, found, right, asked: found?.asked ?? false }
    }),
  )

describe('forms in files of other programs', () => {
  const proposals = new Map<string, TemplateProposal>()
  beforeAll(async () => {
    for (const { name, bytes } of foreignWorkbooks)
      proposals.set(name, proposeTemplate(await readWorkbook(bytes, new ReadBudget(READ_LIMITS), true), 'THU', context)!)
  }, 60_000)

  it.each(foreignWorkbooks)('$name has its tables with their columns, and no others: $about', ({ name, tables }) => {
    const proposal = proposals.get(name)!
    expect(proposal.template.tables.map((_, table) => columnsOf(proposal, table).map(({ at }) => at))).toEqual(
      tables.map(({ columns }) => columns.map(({ at }) => at)),
    )
  })

  const all = () => foreignWorkbooks.flatMap((one) => held(one, proposals.get(one.name)!))

  it('at least 99 columns in a hundred have the right titles and type, and none is wrong in silence', () => {
    const wrong = all().filter(({ right }) => !right)
    expect(wrong.filter(({ asked }) => !asked)).toEqual([])
    expect(wrong.length / all().length, JSON.stringify(wrong)).toBeLessThanOrEqual(0.01)
  })

  it('what the form computes is computed or asked about, and nothing else is computed', () => {
    const apart = all().filter(({ expected, found }) => (expected.computed ?? false) !== (found?.computed ?? false))
    expect(apart.filter(({ expected, asked }) => !(expected.computed && asked))).toEqual([])
    expect(apart.length).toBeLessThanOrEqual(4)
  })

  it('drop-downs offer what they offered', () => {
    const chosen = all().filter(({ expected, found }) => expected.choices && found?.kind === 'choice')
    expect(chosen.length).toBeGreaterThanOrEqual(10)
    for (const { expected, found } of chosen) expect(found?.choices).toEqual(expected.choices)
  })
})

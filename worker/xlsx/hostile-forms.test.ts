// A form that is given as a template is refused in words that say where, or read within what a form
// may cost; nothing that it is called does anything.
import { describe, expect, it } from 'vitest'
import { context } from '../../shared/field/one-cell.ts'
import { proposeTemplate } from '../../shared/template-proposal/propose-template.ts'
import { HOSTILE_CONTAINERS } from '../testing/hostile-containers.ts'
import { HOSTILE_FORMS } from '../testing/hostile-forms.ts'
import { ReadBudget, TEMPLATE_LIMITS } from './limits.ts'
import { readWorkbook } from './read.ts'
import { WorkbookRefusal } from './refusal.ts'

const readForm = async (file: Uint8Array) =>
  proposeTemplate(await readWorkbook(file, new ReadBudget(TEMPLATE_LIMITS), true), 'THU', context)
const refusalOf = (file: Uint8Array) =>
  readForm(file).then(
    () => null,
    (error: unknown) => {
      if (error instanceof WorkbookRefusal) return error
      throw error
    },
  )

describe('a hostile form', () => {
  it.each(HOSTILE_FORMS)('$name: $code', async ({ file, code }) => {
    const refusal = await refusalOf(file())
    expect(refusal?.code ?? null).toBe(code)
    if (refusal)
      expect(refusal.params).toMatchObject({ sheet: 'Biểu', cell: expect.stringMatching(/^[A-Z]+\d+$/), limit: expect.any(Number) })
  })

  it('that is no workbook at all is refused as an upload is', async () => {
    for (const { file, code } of HOSTILE_CONTAINERS.filter((one) => one.code === 'zip-bomb'))
      expect((await refusalOf(file()))?.code).toBe(code)
  })

  const named = (name: string) => readForm(HOSTILE_FORMS.find((one) => one.name === name)!.file())

  it('takes nothing for a key or a code that every object has', async () => {
    const proposal = (await named('names of what every object has, and scripts'))!
    const keys = proposal.template.tables[0]!.fields.map(({ key }) => key)
    expect(keys).toHaveLength(5)
    expect(
      [...keys, ...proposal.lists.flatMap(({ id, entries }) => [id, ...entries.map(({ code }) => code)])].filter((key) => key in {}),
    ).toEqual([])
    expect(proposal.template.tables[0]!.fields.at(-1)!.title.vi).toBe('<script>alert(1)</script>')
  })

  it('with more tables than a form has is read up to there, and that is told with its place', async () => {
    const proposal = (await named('two thousand tables'))!
    expect(proposal.template.tables).toHaveLength(40)
    expect(proposal.inferred.find(({ code }) => code === 'tables-left')).toMatchObject({ sheet: 'Biểu', cell: 'A118', found: '40' })
  })
})

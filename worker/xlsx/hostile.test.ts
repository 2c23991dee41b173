// No file that is sent to us costs more than its limits, hangs, or throws
// anything but a refusal.
import { describe, expect, it } from 'vitest'
import { refusalSentence, WORKBOOK_REFUSALS, type WorkbookRefusalCode } from '../../shared/sheet/workbook-refusal.ts'
import { HOSTILE_CONTAINERS } from '../testing/hostile-containers.ts'
import { HOSTILE_FORMS } from '../testing/hostile-forms.ts'
import { HOSTILE_PARTS } from '../testing/hostile-parts.ts'
import { workbookFile } from '../testing/workbook-file.ts'
import { READ_LIMITS, ReadBudget } from './limits.ts'
import { readWorkbook } from './read.ts'
import { WorkbookRefusal } from './refusal.ts'

const CORPUS = [...HOSTILE_CONTAINERS, ...HOSTILE_PARTS]
/** What only a file of which a template is made meets. */
const OF_FORMS = HOSTILE_FORMS.map(({ code }) => code)
/** One chunk may be produced before it is counted. */
const MOST_PRODUCED = READ_LIMITS.producedBytes + 131_072

async function refusalOf(bytes: Uint8Array, budget = new ReadBudget(READ_LIMITS)): Promise<WorkbookRefusal | null> {
  try {
    await readWorkbook(bytes, budget)
    return null
  } catch (error) {
    if (error instanceof WorkbookRefusal) return error
    throw error
  }
}

describe('a hostile file', () => {
  it.each(CORPUS)('$name: $code', { timeout: 60_000 }, async ({ file, code }) => {
    const budget = new ReadBudget(READ_LIMITS)
    const refusal = await refusalOf(file(), budget)
    expect(refusal?.code ?? null).toBe(code)
    expect(budget.produced).toBeLessThanOrEqual(MOST_PRODUCED)
  })

  it('stands here for every refusal there is', async () => {
    const large = await refusalOf(new Uint8Array(READ_LIMITS.fileBytes + 1))
    const met = new Set<WorkbookRefusalCode | null | undefined>([large?.code, ...OF_FORMS, ...CORPUS.map(({ code }) => code)])
    expect(Object.keys(WORKBOOK_REFUSALS).filter((code) => !met.has(code as WorkbookRefusalCode))).toEqual([])
    expect(CORPUS.length).toBeGreaterThan(40)
  })

  it('is never inflated before its directory is found right', async () => {
    const budget = new ReadBudget(READ_LIMITS)
    await refusalOf(workbookFile({ more: [{ path: '../x', content: 'x' }] }), budget)
    expect(budget.produced).toBe(0)
  })

  it('cut anywhere is damaged', async () => {
    const whole = workbookFile()
    for (let length = 4; length < whole.length; length += 7) expect((await refusalOf(whole.slice(0, length)))?.code).toBe('broken-zip')
  })

  it('with any one byte changed is refused or says the same', async () => {
    const whole = workbookFile()
    const read = JSON.stringify([...(await readWorkbook(whole)).sheets].map(({ name, cells }) => [name, [...cells]]))
    for (let at = 0; at < whole.length; at += 3) {
      const changed = whole.slice()
      changed[at] = (changed[at] as number) ^ (1 << (at % 8))
      if (await refusalOf(changed)) continue
      const again = await readWorkbook(changed)
      expect(JSON.stringify(again.sheets.map(({ name, cells }) => [name, [...cells]]))).toBe(read)
    }
  })

  it('leaves the prototypes of this program alone', async () => {
    const file = CORPUS.find(({ name }) => name === 'names of the prototype')
    const grid = await readWorkbook(file?.file() as Uint8Array)
    expect(grid.sheets.map(({ name }) => name)).toEqual(['__proto__', 'constructor'])
    expect(grid.names.map(({ name }) => name)).toEqual(['__proto__', 'toString'])
    expect(({} as Record<string, unknown>).polluted).toBeUndefined()
  })
})

describe('the sentence of a refusal', () => {
  it('says in both languages where the file is broken and what to do', async () => {
    const file = CORPUS.find(({ name }) => name === 'the number 1,5')
    const { code, params } = (await refusalOf(file?.file() as Uint8Array)) as WorkbookRefusal
    expect(params).toEqual({ part: 'xl/worksheets/sheet1.xml', sheet: 'Biểu', cell: 'A1' })
    expect(refusalSentence(code, params, 'vi')).toBe(
      'Nội dung của tệp bị hỏng ở trang tính "Biểu", ô A1 hoặc ngay sau đó. Hãy mở bằng Excel, lưu thành tệp mới dạng "Excel Workbook (*.xlsx)" rồi tải lên tệp mới.',
    )
    expect(refusalSentence(code, params, 'en')).toBe(
      'The content of the file is damaged in sheet "Biểu", at cell A1 or right after it. Open it in Excel, save it as a new "Excel Workbook (*.xlsx)" and upload that.',
    )
  })

  it('is whole whatever is known of the place', () => {
    for (const sentences of Object.values(WORKBOOK_REFUSALS)) {
      for (const make of [sentences.vi, sentences.en]) {
        for (const params of [{}, { part: 'xl/a.xml' }, { sheet: 'Biểu', cell: 'A1', limit: 20_000 }]) {
          expect(make(params)).not.toMatch(/undefined|null|NaN|\{/)
        }
      }
    }
  })
})

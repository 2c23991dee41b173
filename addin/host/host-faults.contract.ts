// What every implementation of the port promises when things go wrong: the error
// it tells, and that nothing stays behind half done.
import { beforeEach, describe, expect, test } from 'vitest'
import type { Host } from './host.ts'
import { findingAt, formCells, longForm, type MakeSetting, refusal, type Setting, sheetOf } from './host-setting.contract.ts'
import { FORM, IDENTITY, smallForm } from './small-form.contract.ts'

export const hostFaultsContract = (title: string, make: MakeSetting): void => {
  describe(`${title}, when things go wrong`, () => {
    let setting: Setting
    let host: Host
    let workbook: Setting['workbook']
    beforeEach(() => {
      setting = make()
      host = setting.host
      workbook = setting.workbook
    })

    test('while a cell is being edited every action says so, and works afterwards', async () => {
      await host.draw(smallForm)
      workbook.beginEdit()
      for (const work of [
        host.forms(),
        host.grid(FORM),
        host.mark(FORM, []),
        host.goTo(FORM, 'A1'),
        host.draw(smallForm),
        host.replace(FORM, 'x', smallForm),
        host.otherSheets(),
        host.activate(FORM),
        host.clearMarks(FORM),
        host.write(FORM, [{ cell: 'D6', value: 1 }]),
        host.addRows(FORM, { at: 8, count: 1, computed: [] }),
        host.sortRows(FORM, { from: 6, to: 8, column: 3, descending: false }),
        host.stamp(FORM, 'x'),
        host.onChange(FORM, () => {}),
      ])
        expect(await refusal(work)).toBe('editing-cell')
      workbook.endEdit()
      expect(await host.forms()).toHaveLength(1)
    })

    test('a deleted sheet is sheet-gone for every action', async () => {
      await host.draw(smallForm)
      workbook.removeSheet(sheetOf(workbook, FORM).id)
      const works = [
        host.grid(FORM),
        host.mark(FORM, [findingAt('D6', 'error')]),
        host.clearMarks(FORM),
        host.goTo(FORM, 'D6'),
        host.activate(FORM),
        host.replace(FORM, 'x', smallForm),
        host.write(FORM, [{ cell: 'D6', value: 1 }]),
        host.stamp(FORM, 'x'),
        host.onChange(FORM, () => {}),
      ]
      for (const work of works) expect(await refusal(work)).toBe('sheet-gone')
    })

    test.each(['freezeAt', 'merge', 'protect', 'rule', 'values', 'visible'])(
      'drawing that fails at %s leaves no sheet and no name behind',
      async (member) => {
        setting.faults.fail = { member, code: 'InvalidArgument' }
        expect(await refusal(host.draw(smallForm))).toBe('unknown')
        expect(workbook.sheets().map(({ name }) => name)).toEqual(['Sheet1'])
        expect(workbook.names()).toEqual([])
        expect(workbook.active().name).toBe('Sheet1')
      },
    )

    test('drawing again that fails leaves the first form with its names', async () => {
      await host.draw(smallForm)
      const names = workbook.names()
      setting.faults.fail = { member: 'freezeAt', code: 'InvalidArgument' }
      await refusal(host.draw(smallForm))
      expect(workbook.names()).toEqual(names)
      expect(workbook.sheets()).toHaveLength(4)
    })

    const nothingLeft = () => {
      expect(workbook.sheets().map(({ name }) => name)).toEqual(['Sheet1'])
      expect(workbook.names()).toEqual([])
    }

    test('told to stop while it draws, it leaves no sheet and no name behind, and can be asked again', async () => {
      const stop = new AbortController()
      const heard: number[] = []
      const drawing = host.draw(
        longForm(1000),
        (done, of) => {
          heard.push(done / of)
          if (done > 0) stop.abort()
        },
        stop.signal,
      )
      expect(await refusal(drawing)).toBe('stopped')
      expect(heard.at(-1)).toBeLessThan(1)
      nothingLeft()
      expect(await host.draw(smallForm)).toBe(FORM)
    })

    test('what is stopped before it begins does nothing', async () => {
      expect(await refusal(host.draw(smallForm, undefined, AbortSignal.abort()))).toBe('stopped')
      nothingLeft()
    })

    test('drawing in the place of a form: stopped or failed, the old one is the form with its name, its names and its marks', async () => {
      await host.draw(smallForm)
      await host.write(FORM, [{ cell: 'D7', value: 77 }])
      const before = { names: workbook.names(), sheets: workbook.sheets().map(({ name }) => name) }
      const stop = new AbortController()
      const replacing = host.replace(FORM, `${FORM} (cũ)`, longForm(1000), (done) => done > 0 && stop.abort(), stop.signal)
      expect(await refusal(replacing)).toBe('stopped')
      setting.faults.fail = { member: 'freezeAt', code: 'InvalidArgument' }
      expect(await refusal(host.replace(FORM, `${FORM} (cũ)`, smallForm))).toBe('unknown')
      expect({ names: workbook.names(), sheets: workbook.sheets().map(({ name }) => name) }).toEqual(before)
      expect(workbook.active().name).toBe(FORM)
      expect(await host.forms()).toEqual([{ identity: IDENTITY, sheet: FORM }])
      expect((await formCells(host)).cells.get('D7')?.value).toBe(77)
    })

    test('slow answers only take longer', async () => {
      setting.faults.delay = 15
      await host.draw(smallForm)
      expect((await formCells(host)).cells.get('D6')?.value).toBe(75)
      await host.write(FORM, [{ cell: 'D6', value: 76 }])
      await host.mark(FORM, [findingAt('D6', 'error')])
      expect(sheetOf(workbook, FORM).conditionals()).toHaveLength(2)
    })

    test('an answer that never comes is told as busy, and the next is asked for as if nothing were', async () => {
      await host.draw(smallForm)
      const works: Readonly<Record<string, () => Promise<unknown>>> = {
        forms: () => setting.impatient.forms(),
        grid: () => setting.impatient.grid(FORM),
        mark: () => setting.impatient.mark(FORM, [findingAt('D6', 'error')]),
        write: () => setting.impatient.write(FORM, [{ cell: 'D6', value: 9 }]),
        stamp: () => setting.impatient.stamp(FORM, 'x'),
      }
      for (const [name, work] of Object.entries(works)) {
        setting.faults.lose = 1
        expect(await refusal(work()), name).toBe('busy')
        expect(await refusal(work()), name).toBe('no error')
      }
    })

    test.each([1, 2, 3])('drawing whose answer %i never comes leaves no sheet and no name behind', async (nth) => {
      // The first answer tells what is there, the second how days are counted, the third has drawn.
      setting.faults.meanwhile = {
        after: nth - 1,
        act: () => {
          setting.faults.lose = 1
        },
      }
      expect(await refusal(setting.impatient.draw(smallForm))).toBe('busy')
      await expect.poll(() => workbook.sheets().map(({ name }) => name)).toEqual(['Sheet1'])
      nothingLeft()
      expect(await host.draw(smallForm)).toBe(FORM)
    })

    test('requests and answers that are refused as too large are asked for in smaller pieces', async () => {
      const small = make({ limit: 120_000 })
      await small.host.draw(longForm(200))
      expect((await formCells(small.host)).cells.get('C210')?.value).toMatch(/^199 Ủy ban/)
      const many = Array.from({ length: 200 }, (_, at) => ({ cell: `C${at + 11}`, value: `${at} ${'Đã sửa. '.repeat(60)}` }))
      sheetOf(small.workbook, FORM).protected = false
      await small.host.write(FORM, many)
      expect((await formCells(small.host)).cells.get('C210')?.value).toMatch(/^199 Đã sửa/)
    })

    test('a passing fault of Excel is tried once more', async () => {
      await host.draw(smallForm)
      setting.faults.fail = { member: 'activate', code: 'GeneralException' }
      expect(await refusal(host.goTo(FORM, 'D7'))).toBe('no error')
    })
  })
}

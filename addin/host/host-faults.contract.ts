// What every implementation of the port promises when things go wrong: the error
// it tells, and that nothing stays behind half done.
import { beforeEach, describe, expect, test } from 'vitest'
import type { Host } from './host.ts'
import { findingAt, refusal, type Setting, sheetOf } from './host-setting.contract.ts'
import { FORM, smallForm } from './small-form.contract.ts'

export const hostFaultsContract = (title: string, make: () => Setting): void => {
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
        host.setAside(FORM, 'x'),
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
        host.setAside(FORM, 'x'),
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

    test('a passing fault of Excel is tried once more', async () => {
      await host.draw(smallForm)
      setting.faults.fail = { member: 'activate', code: 'GeneralException' }
      expect(await refusal(host.goTo(FORM, 'D7'))).toBe('no error')
    })
  })
}

// What every implementation of the port promises whatever people do to the workbook:
// filter, sort, copy, merge; before an action and between two of its requests.
import { beforeEach, describe, expect, test } from 'vitest'
import type { Host } from './host.ts'
import { findingAt, formCells, type MakeSetting, refusal, type Setting, sheetOf } from './host-setting.contract.ts'
import { FORM, IDENTITY, smallForm, TRICKY } from './small-form.contract.ts'

export const hostPeopleContract = (title: string, make: MakeSetting): void => {
  describe(`${title}, among people`, () => {
    let setting: Setting
    let host: Host
    let workbook: Setting['workbook']
    beforeEach(async () => {
      setting = make()
      host = setting.host
      workbook = setting.workbook
      await host.draw(smallForm)
    })

    const sheet = () => sheetOf(workbook, FORM)

    test('rows that a filter hides are read like the others, told as hidden, and written to', async () => {
      sheet().setRowHidden(5, true)
      sheet().setRowHidden(7, true)
      const before = await formCells(host)
      expect(before.cells.get('C6')?.value).toBe(TRICKY.C6)
      expect([...before.hiddenRows].sort((a, b) => a - b)).toEqual([3, 6, 8])
      await host.write(
        FORM,
        [6, 7, 8].map((row) => ({ cell: `D${row}`, value: row * 10 })),
      )
      const { cells } = await formCells(host)
      expect([6, 7, 8].map((row) => cells.get(`D${row}`)?.value)).toEqual([60, 70, 80])
      expect(sheet().isRowHidden(5)).toBe(true)
    })

    test('sorted rows stay whole: ids, what stands beside the form, text that looks like a formula; blank ones come last', async () => {
      workbook.type(FORM, 'D7', 90)
      sheet().setInput(5, 7, 'của tôi')
      await host.sortRows(FORM, { from: 6, to: 8, column: 3, descending: true })
      const { cells } = await formCells(host)
      expect(['A6', 'C6', 'D6'].map((at) => cells.get(at)?.value)).toEqual(['r2', TRICKY.C7, 90])
      expect(['A7', 'B7', 'C7', 'D7', 'E7', 'H7'].map((at) => cells.get(at)?.value)).toEqual([
        'r1',
        TRICKY.B6,
        TRICKY.C6,
        75,
        45733,
        'của tôi',
      ])
      expect(cells.get('C7')?.formula).toBeUndefined()
      expect(cells.get('A8')?.value).toBe('r3')
      expect(cells.get('D9')?.formula).toBe('=SUM(D6:D8)')
      expect(sheet().protected).toBe(true)
      expect(await host.forms()).toEqual([{ identity: IDENTITY, sheet: FORM }])
    })

    test('a second copy of the sheet is a form as well, and each is read and written by itself', async () => {
      workbook.copySheet(FORM, `${FORM} (2)`)
      expect(await host.forms()).toEqual([
        { identity: IDENTITY, sheet: FORM },
        { identity: IDENTITY, sheet: `${FORM} (2)` },
      ])
      // Whichever a person looks at is meant; else the one that was drawn.
      await host.activate(`${FORM} (2)`)
      expect((await host.forms()).map(({ sheet: name }) => name)).toEqual([`${FORM} (2)`, FORM])
      await host.activate('Sheet1')
      expect((await host.forms()).map(({ sheet: name }) => name)).toEqual([FORM, `${FORM} (2)`])
      await host.write(`${FORM} (2)`, [{ cell: 'D7', value: 33 }])
      expect((await formCells(host)).cells.has('D7')).toBe(false)
      await host.mark(`${FORM} (2)`, [findingAt('D7', 'error')])
      expect(sheet().conditionals()).toHaveLength(1)
      expect(await host.otherSheets()).toEqual(['Sheet1'])
    })

    test('cells that a person merged keep their value at the first; writing to it and marking go on', async () => {
      sheet().setInput(6, 2, null)
      sheet().merge({ row: 5, column: 2, rows: 2, columns: 1 })
      await host.write(FORM, [{ cell: 'C6', value: 'Hai dòng' }])
      await host.mark(FORM, [findingAt('C6', 'warning')])
      const { cells } = await formCells(host)
      expect(cells.get('C6')?.value).toBe('Hai dòng')
      expect(cells.has('C7')).toBe(false)
      expect(await refusal(host.sortRows(FORM, { from: 6, to: 8, column: 3, descending: false }))).toBe('merged-cells')
      expect(sheet().protected).toBe(true)
    })

    const actions: Readonly<Record<string, () => Promise<unknown>>> = {
      grid: () => host.grid(FORM),
      mark: () => host.mark(FORM, [findingAt('D6', 'error')]),
      write: () => host.write(FORM, [{ cell: 'D6', value: 1 }]),
      addRows: () => host.addRows(FORM, { at: 8, count: 2, computed: ['D'] }),
      sortRows: () => host.sortRows(FORM, { from: 6, to: 8, column: 3, descending: false }),
    }

    test.each(Object.keys(actions))('a sheet that is deleted between two requests of %s is sheet-gone', async (action) => {
      setting.faults.meanwhile = { after: 1, act: () => workbook.removeSheet(sheet().id) }
      expect(await refusal(actions[action]!())).toBe('sheet-gone')
      expect(await host.forms()).toEqual([])
      // Nothing stays switched off: what people change is still told.
      const heard: string[] = []
      await host.onChange('Sheet1', (address) => heard.push(address))
      workbook.type('Sheet1', 'A1', 'x')
      await expect.poll(() => heard).toEqual(['A1'])
    })

    test.each(Object.keys(actions))('a sheet that is renamed between two requests of %s: done, or told as gone', async (action) => {
      setting.faults.meanwhile = { after: 1, act: () => workbook.rename(FORM, 'Khác') }
      expect(['no error', 'sheet-gone']).toContain(await refusal(actions[action]!()))
      expect(workbook.sheets().filter(({ visibility }) => visibility === 'Visible')).toHaveLength(2)
      expect(sheetOf(workbook, 'Khác').protected).toBe(true)
    })

    const unprotect = () => {
      sheet().protected = false
    }

    test.each(['addRows', 'sortRows'])(
      '%s goes on where a colleague took the protection away meanwhile, and leaves it so',
      async (action) => {
        setting.faults.meanwhile = { after: 1, act: unprotect }
        expect(await refusal(actions[action]!())).toBe('no error')
        expect(sheet().protected).toBe(false)
        expect(sheet().usedArea()?.rows).toBe(action === 'addRows' ? 12 : 10)
      },
    )

    test('a form that nobody protects is worked on without protecting it', async () => {
      unprotect()
      for (const action of ['mark', 'write', 'sortRows', 'addRows']) expect(await refusal(actions[action]!())).toBe('no error')
      expect(sheet().protected).toBe(false)
    })

    test('many cells are written in few requests as few ranges, scattered ones too', { timeout: 60_000 }, async () => {
      unprotect()
      const before = setting.requests()
      const block = Array.from({ length: 3000 }, (_, at) => ({ cell: `${'BCDEF'[at % 5]}${20 + Math.floor(at / 5)}`, value: `=${at}` }))
      const heard: number[] = []
      await host.write(FORM, block, (done, of) => heard.push(done / of))
      expect(heard.at(-1)).toBe(1)
      expect(setting.requests() - before).toBeLessThanOrEqual(6)
      expect(setting.largest()).toBeLessThan(200_000)
      await host.write(
        FORM,
        Array.from({ length: 600 }, (_, at) => ({ cell: `C${1000 + 2 * at}`, value: at })),
      )
      const { cells } = await formCells(host)
      expect(cells.get('F619')).toEqual({ value: '=2999' })
      expect(cells.get('C2198')?.value).toBe(599)
    })
  })
}

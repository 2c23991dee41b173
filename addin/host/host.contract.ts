// What every implementation of the port promises, whatever workbook lies below:
// run it with a way to make one. The workbook is also driven as a person would.
import { beforeEach, describe, expect, test } from 'vitest'
import type { Host } from './host.ts'
import { findingAt, refusal, type Setting, sheetOf } from './host-setting.contract.ts'
import { FORM, IDENTITY, ourNames, smallForm, TRICKY } from './small-form.contract.ts'

export const hostContract = (title: string, make: () => Setting): void => {
  describe(title, () => {
    let setting: Setting
    let host: Host
    let workbook: Setting['workbook']
    beforeEach(() => {
      setting = make()
      host = setting.host
      workbook = setting.workbook
    })

    /** Everything a reader can see of a sheet, to compare before and after. */
    const formats = () =>
      Array.from({ length: 12 }, (_, row) => Array.from({ length: 8 }, (_, column) => sheetOf(workbook, FORM).format(row, column)))

    test('what is drawn is read back: values, formulas, formats, hidden rows', async () => {
      const steps: number[] = []
      expect(await host.draw(smallForm, (done, of) => steps.push(done / of))).toBe(FORM)
      expect(steps.at(-1)).toBe(1)
      const grid = await host.grid(FORM)
      const sheet = grid.sheets.find(({ name }) => name === FORM)
      const drawn = smallForm.sheets[0]?.cells ?? []
      for (const { at, value, formula } of drawn)
        expect(sheet?.cells.get(at), at).toMatchObject(formula === undefined ? { value } : { formula })
      expect(sheet?.cells.size).toBe(drawn.length)
      expect(sheet?.cells.get('E6')).toEqual({ value: 45733, format: 'dd/mm/yyyy' })
      expect([...(sheet?.hiddenRows ?? [])]).toEqual([3])
      expect(sheet?.visibility).toBe('visible')
      expect(grid.date1904).toBe(false)
      expect(ourNames(grid.names).sort()).toEqual(ourNames(smallForm.names).sort())
    })

    test('the form stands as laid out: merged, protected, frozen, validated, hidden records, ready to print', async () => {
      await host.draw(smallForm)
      const sheet = sheetOf(workbook, FORM)
      expect(workbook.active().id).toBe(sheet.id)
      expect(sheet.merges()).toEqual([{ row: 0, column: 1, rows: 1, columns: 5 }])
      expect(sheet.protected).toBe(true)
      expect(sheet.freeze).toEqual({ rows: 4, columns: 3 })
      expect(sheet.isColumnHidden(0)).toBe(true)
      expect(sheet.columnWidth(2)).toBeCloseTo(213.75)
      expect(sheet.format(5, 3)).toMatchObject({
        italic: true,
        border: true,
        horizontal: 'Right',
        locked: false,
        numberFormat: '0',
        fontName: 'Times New Roman',
      })
      expect(sheet.format(3, 3)).toMatchObject({ bold: true, fill: '#DCE6F1', wrap: true })
      expect(sheet.format(5, 2).bold ?? false).toBe(false)
      const rule = (column: number) => sheet.validations().find(({ area }) => area.column === column)?.rule
      expect(rule(3)).toMatchObject({
        type: 'Decimal',
        operator: 'Between',
        formula1: 0,
        formula2: 100,
        prompt: { message: 'Từ 0 đến 100' },
      })
      expect(rule(3)?.alert?.title.length).toBeLessThanOrEqual(32)
      expect(rule(4)).toMatchObject({ type: 'Date', formula1: '=DATE(2025,1,1)', alert: { style: 'Warning' } })
      expect(rule(5)).toMatchObject({ type: 'List', source: '=_ds_THANG_2025_03_status' })
      expect(sheet.conditionals()).toHaveLength(1)
      expect(sheet.conditionals()[0]).toMatchObject({
        formula: '=AND($D6<>"",$D6>100)',
        fill: '#FFC7CE',
        bold: true,
        area: { row: 5, column: 3, rows: 3, columns: 1 },
      })
      expect(sheet.page).toMatchObject({
        orientation: 'Landscape',
        paperSize: 'A4',
        pagesWide: 1,
        titleRows: '$4:$4',
        printArea: 'B1:F9',
        leftFooter: 'Phụ lục số',
        rightFooter: 'Trang &P/&N',
      })
      expect(sheet.page.margins?.left).toBeCloseTo(85.04, 1)
      expect(workbook.sheets().filter(({ visibility }) => visibility === 'VeryHidden')).toHaveLength(2)
      expect(workbook.names().every(({ visible }) => !visible)).toBe(true)
    })

    test.each(Object.entries(TRICKY))('text in %s stays the text %s', async (at, text) => {
      await host.draw(smallForm)
      const { cells } = (await host.grid(FORM)).sheets.find(({ name }) => name === FORM) ?? {}
      expect(cells?.get(at)?.value).toBe(text)
      expect(cells?.get(at)?.formula).toBeUndefined()
    })

    test('a form is found after its sheet was renamed and rows were inserted', async () => {
      await host.draw(smallForm)
      expect(await host.forms()).toEqual([{ identity: IDENTITY, sheet: FORM }])
      workbook.insertRows(FORM, 2, 3)
      workbook.rename(FORM, 'Báo cáo của tôi')
      expect(await host.forms()).toEqual([{ identity: IDENTITY, sheet: 'Báo cáo của tôi' }])
      const grid = await host.grid('Báo cáo của tôi')
      const sheet = grid.sheets.find(({ name }) => name === 'Báo cáo của tôi')
      expect(sheet?.cells.get('C9')?.value).toBe('=1+1')
      expect([...(sheet?.hiddenRows ?? [])]).toEqual([6])
    })

    test('a workbook without a form has none', async () => {
      workbook.type('Sheet1', 'A1', 'Danh sách')
      expect(await host.forms()).toEqual([])
    })

    test('sheets that are no form are told by name, hidden records are not, and are read like a form', async () => {
      await host.draw(smallForm)
      workbook.type('Sheet1', 'B2', 'Nội dung công việc')
      expect(await host.otherSheets()).toEqual(['Sheet1'])
      const sheet = (await host.grid('Sheet1')).sheets.find(({ name }) => name === 'Sheet1')
      expect(sheet?.cells.get('B2')?.value).toBe('Nội dung công việc')
    })

    test('a form in whose place a new one is drawn is an ordinary sheet under another name', async () => {
      await host.draw(smallForm)
      workbook.type(FORM, 'D7', 120)
      workbook.type('Sheet1', 'A1', 'x')
      expect(await host.replace(FORM, `${FORM} (của tôi)`, smallForm)).toEqual({ sheet: FORM, kept: `${FORM} (của tôi)` })
      expect(await host.forms()).toEqual([{ identity: IDENTITY, sheet: FORM }])
      expect(await host.otherSheets()).toEqual(['Sheet1', `${FORM} (của tôi)`])
      const kept = (await host.grid(`${FORM} (của tôi)`)).sheets.find(({ name }) => name === `${FORM} (của tôi)`)
      expect(kept?.cells.get('D7')?.value).toBe(120)
      expect(kept?.cells.get('C6')?.value).toBe(TRICKY.C6)
      expect((await host.grid(FORM)).sheets.find(({ name }) => name === FORM)?.cells.get('D7')?.value).not.toBe(120)
    })

    test('the name of a sheet that is kept is never one that is taken', async () => {
      await host.draw(smallForm)
      workbook.rename('Sheet1', `${FORM} (của tôi)`)
      expect((await host.replace(FORM, `${FORM} (của tôi)`, smallForm)).kept).toBe(`${FORM} (của tôi) (2)`)
    })

    test('the same form drawn again gets a free name, and names that point to it', async () => {
      await host.draw(smallForm)
      expect(await host.draw(smallForm)).toBe(`${FORM} (2)`)
      expect(await host.forms()).toHaveLength(2)
      const ids = workbook.names().find(({ name }) => name.startsWith('_pls_ids'))
      expect(ids).toMatchObject({ formula: `='${FORM} (2)'!$A$3:$A$10`, visible: false })
    })

    test('what a person types is read', async () => {
      await host.draw(smallForm)
      workbook.type(FORM, 'D7', 120)
      workbook.type(FORM, 'F7', 'Hoàn thành')
      const { cells } = (await host.grid(FORM)).sheets.find(({ name }) => name === FORM) ?? {}
      expect(cells?.get('D7')).toEqual({ value: 120, format: '0' })
      expect(cells?.get('F7')).toEqual({ value: 'Hoàn thành' })
    })

    test('marks come, are replaced and go; the formatting below is not touched', async () => {
      await host.draw(smallForm)
      const before = formats()
      await host.mark(FORM, [findingAt('D6', 'warning'), findingAt('D6', 'error'), findingAt('C7', 'warning'), findingAt('E8', 'info')])
      const marks = () =>
        sheetOf(workbook, FORM)
          .conditionals()
          .filter(({ formula }) => formula.includes('phu-luc-so'))
      expect(marks()).toHaveLength(3)
      const fillAt = (row: number, column: number) => marks().find(({ area }) => area.row === row && area.column === column)?.fill
      expect(fillAt(5, 3)).toBe('#FFC7CE')
      expect(fillAt(6, 2)).toBe('#FFEB9C')
      await host.mark(FORM, [findingAt('D6', 'info')], ['D6', 'C7'])
      expect([fillAt(5, 3), fillAt(6, 2)]).toEqual(['#DDEBF7', '#E4D7F5'])
      await host.mark(FORM, [findingAt('C8', 'error')])
      expect(marks()).toHaveLength(1)
      await host.clearMarks(FORM)
      expect(marks()).toHaveLength(0)
      expect(sheetOf(workbook, FORM).conditionals()).toHaveLength(1)
      expect(formats()).toEqual(before)
      expect(sheetOf(workbook, FORM).protected).toBe(true)
    })

    test('two thousand findings are marked, and the marks go again', async () => {
      await host.draw(smallForm)
      const many = Array.from({ length: 2000 }, (_, index) => findingAt(`C${index + 6}`, 'error'))
      await host.mark(FORM, many)
      expect(sheetOf(workbook, FORM).conditionals()).toHaveLength(2001)
      await host.clearMarks(FORM)
      expect(sheetOf(workbook, FORM).conditionals()).toHaveLength(1)
    })

    test('going to a finding activates its sheet and selects its cell', async () => {
      await host.draw(smallForm)
      await host.activate('Sheet1')
      expect(workbook.active().name).toBe('Sheet1')
      await host.goTo(FORM, 'D7')
      expect(workbook.active().name).toBe(FORM)
      expect(workbook.selection()).toEqual({ sheet: sheetOf(workbook, FORM).id, area: { row: 6, column: 3, rows: 1, columns: 1 } })
    })

    test('accepted fixes are written as what they are', async () => {
      await host.draw(smallForm)
      await host.write(FORM, [
        { cell: 'C6', value: '=HYPERLINK("http://x")' },
        { cell: 'C7', value: 'Tháng 3/2025' },
        { cell: 'D7', value: 1234.5 },
        { cell: 'B7', value: 7 },
        { cell: 'B8', value: "'00" },
        { cell: 'C8', value: null },
      ])
      const { cells } = (await host.grid(FORM)).sheets.find(({ name }) => name === FORM) ?? {}
      expect(cells?.get('C6')).toEqual({ value: '=HYPERLINK("http://x")' })
      expect(cells?.get('C7')).toEqual({ value: 'Tháng 3/2025' })
      expect(cells?.get('D7')).toEqual({ value: 1234.5, format: '0' })
      expect(cells?.get('B7')).toEqual({ value: 7 })
      expect(cells?.get('B8')?.value).toBe("'00")
      expect(cells?.has('C8')).toBe(false)
    })

    test('a fix into a locked cell is refused', async () => {
      await host.draw(smallForm)
      expect(await refusal(host.write(FORM, [{ cell: 'B1', value: 'x' }]))).toBe('sheet-protected')
    })

    test('blank rows come into the middle: unlocked, with the formulas of the form, and what spans the rows grows', async () => {
      await host.draw(smallForm)
      const before = sheetOf(workbook, FORM)
        .validations()
        .find(({ area }) => area.column === 3)!.area.rows
      await host.addRows(FORM, { at: 8, count: 100, computed: [] })
      workbook.type(FORM, 'D100', 55)
      const { cells } = (await host.grid(FORM)).sheets.find(({ name }) => name === FORM) ?? {}
      expect(cells?.get('D100')?.value).toBe(55)
      expect(cells?.get('C108')?.value).toBe(smallForm.sheets[0]!.cells.find(({ at }) => at === 'C8')?.value)
      expect(
        sheetOf(workbook, FORM)
          .validations()
          .find(({ area }) => area.column === 3)!.area.rows,
      ).toBe(before + 100)
      expect(sheetOf(workbook, FORM).protected).toBe(true)
      expect(workbook.names().find(({ name }) => name.startsWith('_pls_ids'))?.formula).toContain('$A$110')
    })

    test('the receipt goes into the footer, an ampersand as itself', async () => {
      await host.draw(smallForm)
      await host.stamp(FORM, 'Số 12 & 08:15 17/03/2025')
      expect(sheetOf(workbook, FORM).page).toMatchObject({ leftFooter: 'Số 12 && 08:15 17/03/2025', rightFooter: 'Trang &P/&N' })
    })

    test('changes by hand are told, changes of ours are not, and after stopping nothing is', async () => {
      await host.draw(smallForm)
      const heard: string[] = []
      const stop = await host.onChange(FORM, (address) => heard.push(address))
      await host.write(FORM, [{ cell: 'D7', value: 5 }])
      workbook.type(FORM, 'D6', 80)
      await expect.poll(() => heard).toEqual(['D6'])
      await stop()
      workbook.type(FORM, 'D6', 81)
      await new Promise((resolve) => setTimeout(resolve, 20))
      expect(heard).toEqual(['D6'])
    })

    test('the range that is selected is told until it is stopped', async () => {
      await host.draw(smallForm)
      const heard: string[] = []
      const stop = await host.onSelect(FORM, (address) => heard.push(address))
      workbook.select(sheetOf(workbook, FORM).id, { row: 5, column: 3, rows: 1, columns: 1 })
      await expect.poll(() => heard).toEqual(['D6'])
      workbook.select(sheetOf(workbook, FORM).id, { row: 5, column: 1, rows: 2, columns: 3 })
      await expect.poll(() => heard).toEqual(['D6', 'B6:D7'])
      await stop()
      workbook.select(sheetOf(workbook, FORM).id, { row: 0, column: 0, rows: 1, columns: 1 })
      await new Promise((resolve) => setTimeout(resolve, 20))
      expect(heard).toHaveLength(2)
    })

    test('listening can be stopped after the sheet was deleted', async () => {
      await host.draw(smallForm)
      const stop = await host.onChange(FORM, () => {})
      workbook.removeSheet(sheetOf(workbook, FORM).id)
      expect(await refusal(stop())).toBe('no error')
    })

    test('a form of five thousand long rows is drawn and read below the limit of 5 MB', { timeout: 60_000 }, async () => {
      const [form, ...others] = smallForm.sheets
      if (!form) throw new Error('no form')
      const text = 'Ủy ban nhân dân tỉnh Khánh Hòa, kế hoạch chuyển đổi số. '.repeat(8)
      const cells = Array.from({ length: 5000 }, (_, row) =>
        ['B', 'C', 'F'].map((letter) => ({ at: `${letter}${row + 11}`, value: `${row} ${text}` })),
      ).flat()
      await host.draw({ ...smallForm, sheets: [{ ...form, cells: [...form.cells, ...cells] }, ...others] })
      const grid = await host.grid(FORM)
      expect(grid.sheets.find(({ name }) => name === FORM)?.cells.get('F5010')?.value).toBe(`4999 ${text}`)
      expect(setting.largest()).toBeLessThan(5 * 1024 * 1024)
    })
  })
}

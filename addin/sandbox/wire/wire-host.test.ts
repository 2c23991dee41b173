// The wire protocol itself, spoken by the genuine client library: what Excel
// enforces, this host enforces.
import { expect, test } from 'vitest'
import { MemoryWorkbook } from '../memory-workbook.ts'
import { openExcel } from '../node-runtime.contract.ts'
import { type WireOptions, wireHost } from './wire-host.ts'

const start = (excelApi = '1.21', options: WireOptions = {}) => {
  const workbook = new MemoryWorkbook()
  const wire = wireHost(workbook, options)
  const scope = openExcel(wire, excelApi)
  return { workbook, wire, ...scope, run: scope.Excel.run, Excel: scope.Excel }
}

const refusal = async (work: Promise<unknown>): Promise<string> => {
  try {
    await work
    return 'no error'
  } catch (error) {
    return (error as { code?: string }).code ?? String(error)
  }
}

test('values go out and come back with their types, in one request', async () => {
  const { run, wire, workbook } = start()
  const read = await run(async (context) => {
    const range = context.workbook.worksheets.getItem('Sheet1').getRange('B2:C4')
    range.values = [
      ['Khánh Hòa', 12.5],
      [true, '=1+1'],
      ["'=1+1", '3/2025'],
    ]
    range.load('values,formulas,valueTypes,address')
    await context.sync()
    return { values: range.values, formulas: range.formulas, types: range.valueTypes, address: range.address }
  })
  expect(read.address).toBe('Sheet1!B2:C4')
  expect(read.values).toEqual([
    ['Khánh Hòa', 12.5],
    [true, 0],
    ['=1+1', 45717],
  ])
  expect(read.formulas[1]).toEqual([true, '=1+1'])
  expect(read.types).toEqual([
    ['String', 'Double'],
    ['Boolean', 'Double'],
    ['String', 'Double'],
  ])
  expect(workbook.sheet('Sheet1').formula(3, 1)).toBeNull()
  // The last request releases the range that the library kept.
  expect(wire.kept).toBe(0)
  expect(wire.exchanges[0]?.actions).toBeGreaterThan(3)
})

test('a large array is written in the pieces the library makes of it', async () => {
  const { run, workbook } = start()
  const rows = Array.from({ length: 400 }, (_, row) => Array.from({ length: 10 }, (_, column) => row * 10 + column))
  await run(async (context) => {
    context.workbook.worksheets.getItem('Sheet1').getRange('A1:J400').values = rows
    await context.sync()
  })
  expect(workbook.sheet('Sheet1').value(399, 9)).toBe(3999)
})

test('a property that was not loaded is not there', async () => {
  const { run } = start()
  const work = run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('Sheet1')
    await context.sync()
    return sheet.name
  })
  expect(await refusal(work)).toBe('PropertyNotLoaded')
})

test('a sheet that does not exist is ItemNotFound, or a null object where asked for one', async () => {
  const { run } = start()
  expect(await refusal(perform(run, (context) => context.workbook.worksheets.getItem('Không có').load('name')))).toBe('ItemNotFound')
  const isNull = await run(async (context) => {
    const sheet = context.workbook.worksheets.getItemOrNullObject('Không có').load('name')
    const range = sheet.getRange('A1').load('values')
    await context.sync()
    return [sheet.isNullObject, range.isNullObject]
  })
  expect(isNull).toEqual([true, true])
})

test('a member above the claimed requirement set is refused before it is sent', async () => {
  const merged = (context: Excel.RequestContext) => {
    const areas = context.workbook.worksheets.getItem('Sheet1').getRange('A1:B9').getMergedAreasOrNullObject().load('address')
    return context.sync().then(() => areas.isNullObject)
  }
  const old = start('1.9')
  expect(await refusal(old.run(merged))).toBe('ApiNotFound')
  expect(old.wire.exchanges).toHaveLength(0)
  expect(await start('1.14').run(merged)).toBe(true)
})

test('a member the host does not know is named in the refusal', async () => {
  const { run } = start()
  const work = run(async (context) => {
    context.workbook.worksheets.getItem('Sheet1').charts.load('items/name')
    await context.sync()
  })
  await expect(work).rejects.toMatchObject({ code: 'ApiNotFound', message: expect.stringContaining('Worksheet.charts') })
})

const sheet1 = (context: Excel.RequestContext) => context.workbook.worksheets.getItem('Sheet1')

const refused: readonly { what: string; code: string; act: (context: Excel.RequestContext) => void }[] = [
  {
    what: 'an array of the wrong size',
    code: 'InvalidArgument',
    act: (context) => {
      sheet1(context).getRange('A1:B2').values = [[1, 2]]
    },
  },
  {
    what: 'a sheet name that is taken, in other case',
    code: 'ItemAlreadyExists',
    act: (context) => context.workbook.worksheets.add('SHEET1'),
  },
  { what: 'a sheet name of 32 characters', code: 'InvalidArgument', act: (context) => context.workbook.worksheets.add('x'.repeat(32)) },
  { what: 'a sheet name with a slash', code: 'InvalidArgument', act: (context) => context.workbook.worksheets.add('3/2025') },
  { what: 'deleting the last visible sheet', code: 'InvalidOperation', act: (context) => sheet1(context).delete() },
  {
    what: 'a typed list of more than 255 characters',
    code: 'InvalidArgument',
    act: (context) => {
      sheet1(context).getRange('A1').dataValidation.rule = { list: { inCellDropDown: true, source: 'Sở,'.repeat(99) } }
    },
  },
  {
    what: 'a list whose name is not defined',
    code: 'InvalidArgument',
    act: (context) => {
      sheet1(context).getRange('A1').dataValidation.rule = { list: { inCellDropDown: true, source: '=DM' } }
    },
  },
  {
    what: 'a prompt before its rule',
    code: 'InvalidArgument',
    act: (context) => {
      sheet1(context).getRange('A1').dataValidation.prompt = { showPrompt: true, title: 'a', message: 'b' }
    },
  },
  {
    what: 'a text of more than 255 characters in a name',
    code: 'InvalidArgument',
    act: (context) => context.workbook.names.add('dai', `="${'x'.repeat(256)}"`),
  },
  { what: 'a name that reads as a cell', code: 'InvalidArgument', act: (context) => context.workbook.names.add('tbl1', '="x"') },
  { what: 'unprotecting what is not protected', code: 'AccessDenied', act: (context) => sheet1(context).protection.unprotect() },
  {
    what: 'an inner border of a single row',
    code: 'InvalidArgument',
    act: (context) => {
      sheet1(context).getRange('A1:C1').format.borders.getItem('InsideHorizontal').style = 'Continuous'
    },
  },
]

/** One request. */
const perform = (run: typeof Excel.run, act: (context: Excel.RequestContext) => void) =>
  run(async (context) => {
    act(context)
    await context.sync()
  })

test.each(refused)('$what is $code', async ({ code, act }) => {
  expect(await refusal(perform(start().run, act))).toBe(code)
})

test('on a protected sheet locked cells refuse values, unlocked ones take them, and protecting twice is refused', async () => {
  const { run, workbook } = start()
  await run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('Sheet1')
    sheet.getRange('B2').format.protection.locked = false
    sheet.protection.protect({ allowFormatCells: false })
    await context.sync()
  })
  const write = (at: string) =>
    perform(run, (context) => {
      sheet1(context).getRange(at).values = [[1]]
    })
  expect(await refusal(write('B2'))).toBe('no error')
  expect(await refusal(write('B3'))).toBe('AccessDenied')
  expect(await refusal(perform(run, (context) => sheet1(context).protection.protect()))).toBe('AccessDenied')
  const paint = perform(run, (context) => {
    sheet1(context).getRange('B2').format.fill.color = '#FF0000'
  })
  expect(await refusal(paint)).toBe('AccessDenied')
  expect(() => workbook.type('Sheet1', 'B3', 1)).toThrow('locked')
})

test('while a person types in a cell every request is refused', async () => {
  const { run, workbook } = start()
  workbook.beginEdit()
  const read = () => perform(run, (context) => context.workbook.worksheets.load('items/name'))
  expect(await refusal(read())).toBe('InvalidOperationInCellEditMode')
  workbook.endEdit()
  expect(await refusal(read())).toBe('no error')
})

test('requests and responses above the limit are refused', async () => {
  const { run, wire } = start('1.21', { limit: 20_000 })
  const write = (length: number) =>
    perform(run, (context) => {
      sheet1(context).getRange('A1').values = [['ạ'.repeat(length)]]
    })
  expect(await refusal(write(9000))).toBe('RequestPayloadSizeLimitExceeded')
  expect(wire.exchanges[0]?.bytesIn).toBeGreaterThan(27_000)
  expect(await refusal(write(5000))).toBe('no error')
  const read = run(async (context) => {
    context.workbook.worksheets.getItem('Sheet1').getRange('A1').load('values,formulas')
    await context.sync()
  })
  expect(await refusal(read)).toBe('ResponsePayloadSizeLimitExceeded')
})

test('a failing action stops the request there; what was done before stays', async () => {
  const { run, workbook, wire } = start()
  wire.faults.fail = { member: 'bold', code: 'GeneralException' }
  const work = run(async (context) => {
    const range = context.workbook.worksheets.getItem('Sheet1').getRange('A1')
    range.values = [['a']]
    range.format.font.bold = true
    range.values = [['b']]
    await context.sync()
  })
  expect(await refusal(work)).toBe('GeneralException')
  expect(workbook.sheet('Sheet1').value(0, 0)).toBe('a')
})

test('a workbook that breaks is told as GeneralException, and the next request is answered', async () => {
  const { run, workbook } = start()
  const names = () => perform(run, (context) => context.workbook.names.load('items/name'))
  const whole = workbook.names
  workbook.names = () => {
    throw new Error('broken')
  }
  await expect(names()).rejects.toMatchObject({ code: 'GeneralException', message: expect.stringContaining('broken') })
  workbook.names = whole
  expect(await refusal(names())).toBe('no error')
})

test('changes by a person and by a request are told to who listens, until told to stop', async () => {
  const { run, workbook } = start()
  const heard: string[] = []
  const handler = await run(async (context) => {
    const added = context.workbook.worksheets.getItem('Sheet1').onChanged.add(async (event) => {
      heard.push(`${event.address} ${event.triggerSource}`)
    })
    await context.sync()
    return added
  })
  workbook.type('Sheet1', 'F12', 'x')
  await run(async (context) => {
    context.workbook.worksheets.getItem('Sheet1').getRange('A1:B1').values = [[1, 2]]
    context.runtime.enableEvents = false
    context.workbook.worksheets.getItem('Sheet1').getRange('C1').values = [[3]]
    context.runtime.enableEvents = true
    await context.sync()
  })
  await expect.poll(() => heard).toEqual(['F12 Unknown', 'A1:B1 ThisLocalAddin'])
  await run(handler.context, async (context) => {
    handler.remove()
    await context.sync()
  })
  workbook.type('Sheet1', 'F13', 'x')
  await new Promise((resolve) => setTimeout(resolve, 20))
  expect(heard).toHaveLength(2)
})

// What a contract of the port is run with: a host, the workbook below it, and
// the hands of a person in that workbook.
import type { Finding, Severity } from '../../shared/finding.ts'
import type { WorkbookLayout } from '../../shared/sheet/sheet-layout.ts'
import type { Faults } from '../sandbox/wire/wire-host.ts'
import type { Workbook } from '../sandbox/workbook.ts'
import { type Host, HostError } from './host.ts'
import { FORM, smallForm } from './small-form.contract.ts'

/** What a person does in the workbook. */
interface Person {
  type(sheet: string, at: string, input: string | number | boolean): void
  insertRows(sheet: string, above: number, count: number): void
  rename(from: string, to: string): void
  copySheet(from: string, to: string): void
  beginEdit(): void
  endEdit(): void
}

/** `limit`: bytes that one request and one answer may have. */
export type MakeSetting = (options?: { readonly limit?: number }) => Setting

export interface Setting {
  readonly host: Host
  /** Over the same workbook, without the patience to wait for an answer longer than a moment. */
  readonly impatient: Host
  readonly workbook: Workbook & Person
  readonly faults: Faults
  /** Bytes of the largest request and response so far. */
  largest(): number
  requests(): number
}

export const findingAt = (cell: string, severity: Severity): Finding => ({
  id: `required:${cell}`,
  code: 'required',
  severity,
  place: { sheet: FORM, cell },
  params: {},
  fixes: [],
})

/** The sheet of the form as the port reads it. */
export const formCells = async (host: Host) => {
  const sheet = (await host.grid(FORM)).sheets.find(({ name }) => name === FORM)
  if (!sheet) throw new Error('no form')
  return sheet
}

/** A form of many long rows below the small one: more than one request takes. */
export const longForm = (count: number): WorkbookLayout => {
  const [form, ...others] = smallForm.sheets
  if (!form) throw new Error('no form')
  const text = 'Ủy ban nhân dân tỉnh Khánh Hòa. '.repeat(20)
  const cells = Array.from({ length: count }, (_, row) => ({ at: `C${row + 11}`, value: `${row} ${text}` }))
  return { ...smallForm, sheets: [{ ...form, cells: [...form.cells, ...cells] }, ...others] }
}

export const refusal = async (work: Promise<unknown>): Promise<string> => {
  try {
    await work
    return 'no error'
  } catch (error) {
    return error instanceof HostError ? error.code : String(error)
  }
}

export const sheetOf = (workbook: Workbook, name: string) => {
  const sheet = workbook.sheets().find((one) => one.name === name)
  if (!sheet) throw new Error(`no sheet ${name}`)
  return sheet
}

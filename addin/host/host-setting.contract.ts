// What a contract of the port is run with: a host, the workbook below it, and
// the hands of a person in that workbook.
import type { Finding, Severity } from '../../shared/finding.ts'
import type { Faults } from '../sandbox/wire/wire-host.ts'
import type { Workbook } from '../sandbox/workbook.ts'
import { type Host, HostError } from './host.ts'
import { FORM } from './small-form.contract.ts'

/** What a person does in the workbook. */
interface Person {
  type(sheet: string, at: string, input: string | number | boolean): void
  insertRows(sheet: string, above: number, count: number): void
  rename(from: string, to: string): void
  beginEdit(): void
  endEdit(): void
}

export interface Setting {
  readonly host: Host
  readonly workbook: Workbook & Person
  readonly faults: Faults
  /** Bytes of the largest request and response so far. */
  largest(): number
}

export const findingAt = (cell: string, severity: Severity): Finding => ({
  id: `required:${cell}`,
  code: 'required',
  severity,
  place: { sheet: FORM, cell },
  params: {},
  fixes: [],
})

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

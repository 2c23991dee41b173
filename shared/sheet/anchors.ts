// How a form is found again in a workbook that people have changed: hidden
// names, hidden marks inside the sheet, and a very-hidden record sheet. Each can
// be lost. Names carry template and period, so that several forms fit one workbook.
import type { Template } from '../template.ts'
import type { FormIdentity } from './form-identity.ts'

const SEPARATOR = '|'

export const identityText = (identity: FormIdentity): string =>
  [identity.template, identity.version, identity.agency, identity.period, identity.columns].join(SEPARATOR)

export function parseIdentity(text: string): FormIdentity | null {
  const parts = text.split(SEPARATOR)
  const [template, version, agency, period, columns] = parts as [string, string, string, string, string]
  if (parts.length !== 5 || !template || !/^[1-9]\d{0,8}$/.test(version)) return null
  return { template, version: Number(version), agency, period, columns }
}

/** FNV-1a, 64 bits: tells a changed structure, protects nothing. */
export function columnsHash(template: Template): string {
  const text = template.tables.map((table) => `${table.key}:${table.fields.map((field) => field.key).join(',')}`).join(';')
  let hash = 0xcbf29ce484222325n
  for (let at = 0; at < text.length; at++) hash = BigInt.asUintN(64, (hash ^ BigInt(text.charCodeAt(at))) * 0x100000001b3n)
  return hash.toString(16).padStart(16, '0')
}

export const identityOf = (template: Template, agency: string, period: string): FormIdentity => ({
  template: template.code,
  version: template.version,
  agency,
  period,
  columns: columnsHash(template),
})

type Which = Pick<FormIdentity, 'template' | 'period'>
const suffix = ({ template, period }: Which) => `${template}_${period}`.replace(/[^A-Za-z0-9_]/g, '_')

export const NAME_PREFIX = '_pls_'
/** A constant: the identity as text. */
export const formName = (which: Which): string => `_pls_form_${suffix(which)}`
/** The id column, from the first row of the form to its last. */
export const idsName = (which: Which): string => `_pls_ids_${suffix(which)}`
/** The row of field keys of one table. */
export const keysName = (which: Which, table: string): string => `_pls_keys_${suffix(which)}_${table}`
/** The data rows of one table. */
export const dataName = (which: Which, table: string): string => `_pls_data_${suffix(which)}_${table}`
/** The cell of a header field or declaration. */
export const headerName = (which: Which, field: string): string => `_pls_head_${suffix(which)}_${field}`
/** What may be picked in a list. */
export const listName = (which: Which, list: string): string => `_ds_${suffix(which)}_${list.replace(/[^A-Za-z0-9_]/g, '_')}`

const LONGEST_SHEET_NAME = 31
const sheetName = (text: string) => text.replace(/[[\]:*?/\\']/g, ' ').slice(0, LONGEST_SHEET_NAME)

export const formSheetName = ({ template, period }: Which): string => sheetName(`${template} ${period}`)
export const recordSheetName = ({ template, period }: Which): string => sheetName(`_pls ${template} ${period}`)
export const listSheetName = ({ template, period }: Which): string => sheetName(`_ds ${template} ${period}`)

export const RECORD_MARK = 'phu-luc-so'

/** Marks in the hidden id column. Row ids never begin with "#". */
export const MARK = {
  keys: (table: string, identity: FormIdentity): string => `#keys${SEPARATOR}${table}${SEPARATOR}${identityText(identity)}`,
  /** Rows of the printed column header. */
  head: '#head',
  /** Which header fields stand in this row. */
  fields: (keys: readonly string[]): string => `#fields ${keys.join(' ')}`,
  end: (table: string): string => `#end${SEPARATOR}${table}`,
  sign: '#sign',
} as const

export const isMark = (text: string): boolean => text.startsWith('#')

export function parseKeysMark(text: string): { table: string; identity: FormIdentity } | null {
  const match = /^#keys\|([^|]*)\|(.+)$/.exec(text)
  const identity = match && parseIdentity(match[2] as string)
  return identity ? { table: match[1] as string, identity } : null
}

/** Keys under which the two declarations stand among the header fields. */
export const DECLARATION = { nothing: 'khong_phat_sinh', notApplicable: 'khong_ap_dung' } as const

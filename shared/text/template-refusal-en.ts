// What is said in English about a formula that is not taken. The place stands in
// front of it: template-refusal.ts.
import type { TemplateRefusalCode } from '../check-template.ts'
import type { RefusalSentence } from './template-refusal.ts'

const KINDS: Readonly<Record<string, string>> = { number: 'a number', text: 'text', date: 'a date', boolean: 'TRUE or FALSE' }

const arguments_ = (min: number, max: number) => (min === max ? `${min}` : `${min} to ${max}`)

export const TEMPLATE_REFUSALS_EN: Readonly<Record<TemplateRefusalCode, RefusalSentence>> = {
  syntax: () => 'the formula is unfinished or malformed. Check brackets, quotes and the commas between arguments.',
  'unknown-field': ({ key }) => `the table has no column "${key}". Use the key of one of its columns, such as [@ty_le].`,
  'unknown-function': ({ name }) =>
    name === 'UNIQUE'
      ? 'UNIQUE cannot be used. To count different values, write COUNTUNIQUE([column]).'
      : `${name} cannot be used. Choose one of the functions that templates know.`,
  'unknown-name': ({ name }) => `there is no name "${name}". Totals of the plan are plan.name, columns are [@key] or [key].`,
  'unknown-list': ({ name }) => `the plan has no code list "${name}". Write list. and the id of the list, with _ for each -.`,
  'wrong-arity': ({ name, count, min, max }) =>
    `${name} has ${count} arguments and takes ${arguments_(Number(min), Number(max))}, none of them empty. Add or remove arguments.`,
  'text-in-arithmetic': ({ written }) => `“${written}” is text, which cannot be calculated with. Use a column of numbers, or VALUE.`,
  'date-against-text': ({ written }) => `“${written}” compares a date with text. Write the date as DATE(year,month,day).`,
  'column-outside-aggregate': ({ key }) =>
    `[${key}] is a whole column where one value belongs. Use [@${key}] for the cell of the row, or put the column into SUM, COUNTIF …`,
  'column-not-allowed': ({ key }) =>
    `the formula of a row does not see the whole column [${key}]. Use [@${key}], or make it a rule about the table.`,
  'field-not-allowed': ({ key }) =>
    `a rule about the table has no row to take [@${key}] from. Use the column [${key}] in SUM, COUNTIF …, or make it a rule about rows.`,
  'list-outside-lookup': ({ name }) =>
    `the code list list.${name} can only be used in MATCH, VLOOKUP and XLOOKUP. Look the value up with one of them.`,
  'list-wanted': ({ name, part }) =>
    part === 'all'
      ? `${name} takes a whole code list here. Write list.name without .label or .code.`
      : `${name} takes one column of a code list here. Write list.name.label or list.name.code.`,
  'number-in-list': ({ written }) =>
    `“${written}” is not text, and code lists hold only text, so it is never found. Look up a column of text.`,
  'lookup-not-exact': ({ name }) => `${name} must look for the same value. Add the last argument: MATCH(…,0) or VLOOKUP(…,FALSE).`,
  'counts-blank-rows': ({ name }) =>
    `${name} counts blank cells here, among them the prepared rows that nobody used. Count cells that hold something, such as COUNTIF([column],"Có").`,
  'not-expressible': ({ written }) =>
    `“${written}” cannot be written into a form so that Excel 2016, LibreOffice and WPS all understand it alike. Write it another way.`,
  'too-deep': ({ limit }) => `the formula is nested deeper than ${limit}. Move a part of it into a computed column.`,
  'too-long': ({ limit, length }) =>
    `${length} characters are more than the ${limit} that Excel takes. Shorten it or use a computed column.`,
  cycle: ({ keys }) => `computed columns wait for each other in a circle: ${keys}. Take one of them out of it.`,
  'formula-missing': () => 'the column is computed but has no formula. Enter one, or make it an input column.',
  'rule-field-missing': ({ key }) => `it is shown at column "${key}", which the table does not have. Choose a column of the table.`,
  'not-a-condition': ({ kind }) =>
    `the result is ${KINDS[String(kind)] ?? kind}, not TRUE or FALSE. Write a comparison, such as [@a]<=[@b].`,
  'result-kind': ({ kind }) =>
    `the result is ${KINDS[String(kind)] ?? kind}, which the column cannot hold. Change the formula or the type of the column.`,
  'too-long-in-sheet': ({ limit, length }) =>
    `written into a cell it has ${length} characters, more than the ${limit} that Excel takes. Shorten it or use a computed column.`,
}

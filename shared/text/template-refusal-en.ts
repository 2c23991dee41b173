// What is said in English about a template that is not saved. The place stands in
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
  blank: ({ language }) => `the ${language === 'vi' ? 'Vietnamese' : 'English'} text is missing. Enter it.`,
  'key-twice': ({ key }) => `"${key}" is already used above. Choose another.`,
  'no-tables': () => 'the template has no table. Add one.',
  'no-columns': () => 'the table has no column. Add one.',
  'title-missing': () => 'where a template has several tables, each needs a title. Enter it.',
  'number-range': ({ value, min, max }) => `it is ${value} and must be a whole number from ${min} to ${max}. Correct it.`,
  'min-above-max': ({ min, max }) => `the least, ${min}, is above the most, ${max}: no value could be entered. Correct one of them.`,
  'list-missing': ({ list }) => `the plan has no code list "${list}". Choose one that exists, or add it first.`,
  'example-refused': ({ example }) => `the column itself would not take the example “${example}”. Write one of the right type.`,
  'column-missing': ({ key }) => `the table has no column "${key}". Choose one of its columns.`,
  'group-parted': ({ title }) =>
    `the columns under “${title}” do not stand side by side, so that the heading would be printed twice. Put them together.`,
  'carried-into-computed': () =>
    'a computed column has its value from its formula and takes over nothing. Remove what is carried, or change the column.',
  'carried-kind': ({ title }) =>
    `column “${title}” is of another type, so last period’s value cannot be brought over. Choose a column of the same type.`,
  'places-in': ({ key }) => `column "${key}" is not text and names no places. Choose the column with the title of the task or document.`,
  'places-of': () => 'only a column of several agencies can be held against the places named in another. Remove this, or change the type.',
  'title-of': () => 'only a column of text can be held against the titles that the plan names. Remove this, or change the type.',
  'code-malformed': ({ code }) => `“${code}” cannot begin the codes of rows. Use 1 to 16 capital letters without marks, digits, - or _.`,
  'code-place': () => 'a code given by the system stands in a locked column of text. Make it one that the system fills.',
  'code-taken': ({ code, template }) =>
    `template ${template} already gives codes that begin with “${code}”; two rows would share one. Choose another.`,
  'was-present': ({ key }) => `"${key}" is still a column of this table and cannot be a former key. Remove it from the former keys.`,
  'was-twice': ({ key }) => `two columns claim the former key "${key}". Leave it at one of them.`,
  'was-unknown': ({ key }) => `no earlier version has a column "${key}". Check the former key.`,
  'sum-of-percent': () => 'percentages of agencies do not add up. Consolidate as a rate: sum of numerators over sum of denominators.',
  'sum-of-text': () => 'the column is not a number and cannot be added up. Choose another way to consolidate it.',
  'rate-of-text': () => 'the column is not a number and cannot hold a rate. Choose another way to consolidate it, or change the type.',
  'rate-from': ({ key }) => `numerator and denominator must be counts or amounts; column "${key}" is neither. Choose another column.`,
  'meeting-of': () =>
    'agencies that meet a target can only be counted in a yes/no column or a list with the code "dat". Choose another way to consolidate it.',
  'total-missing': ({ name }) => `the plan has no control total "${name}". Choose one that exists.`,
  'total-of': () => 'control totals of the plan are money and the column is not. Remove this, or change the type to money.',
  'unique-empty': () => 'the set of columns that tells duplicates has no column. Choose one, or remove the set.',
  'own-rows': () => 'a template cannot take rows from itself. Choose another template.',
  'template-missing': ({ template }) => `there is no template "${template}". Choose one of the plan’s.`,
  'their-table-missing': ({ template, table }) => `template ${template} has no table "${table}". Choose one of its tables.`,
  'their-column-missing': ({ template, key }) => `template ${template} has no column "${key}" in that table. Choose one that it has.`,
  'names-no-row': ({ template, key }) =>
    `column "${key}" of template ${template} cannot name a row. Choose the column of the code, which is text.`,
  'taken-kind': ({ title, template, their }) =>
    `column "${their}" of template ${template} is of a type that column “${title}” does not take. Choose a column of the same type.`,
  'fixed-refused': ({ title, value }) => `column “${title}” does not take the value “${value}”. Choose a value of its list.`,
  'needed-elsewhere': ({ template, table, key }) =>
    `template ${template} reads column "${key}" of table "${table}" and would be left blank without it. Keep the column, or change ${template} first.`,
  'not-takable': () => 'what says which rows come from other forms is malformed. Take this part from the version before.',
  'not-countable': () => 'what the report is counted from is malformed. Take this part from the version before.',
  'placeholder-unknown': ({ placeholder }) =>
    `nothing is printed in the place of “${placeholder}”. Use {year} for the year and {period} for the period.`,
  'blocks-only-errors': () => 'only a rule whose breach is an error can block from a period on. Make it an error, or remove the period.',
  'nobody-owes': () => 'no agency owes this report. Choose agencies or groups.',
  'unknown-agency': ({ code }) => `no agency or group has the code "${code}". Choose from the list of agencies.`,
  'cut-off-after-due': ({ cutOff, due }) =>
    `the last day on which it is taken is day ${due}, before the cut-off of the data on day ${cutOff}. Set a later due day or an earlier cut-off.`,
  'formula-unused': () => 'the column is not computed, so its formula is never used. Remove the formula, or make the column computed.',
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

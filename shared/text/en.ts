// What each finding says in English. Leaving a code out does not compile.
import { UNIT_NAMES } from '../field/money.ts'
import type { FindingCode } from '../finding.ts'
import type { Sentence } from './sentence.ts'

const inUnit = (unit: unknown) => UNIT_NAMES.en[unit as keyof typeof UNIT_NAMES.en] ?? (unit === 'percent' ? '%' : '')
const withUnit = (number: unknown, unit: unknown) => `${number} ${inUnit(unit)}`.trim()
/** What a cell holds where there is deliberately nothing. */
const nothingIs = (zero: unknown, nil: unknown) =>
  zero === 1 ? (nil === 1 ? 'write "-" or 0' : 'write 0') : nil === 1 ? 'write "-"' : 'leave it empty'
const orDash = (nilAllowed: unknown) => (nilAllowed === 1 ? '; if there is none, write "-"' : '')

export const en = {
  'wrong-template': ({ actual, expected }) =>
    `This sheet is form ${actual}, but the report being filed is ${expected}. Open the right form.`,
  'wrong-version': ({ actual, expected }) => `This form is version ${actual}; the one in use is ${expected}. Get the form again.`,
  'wrong-agency': () => 'This form belongs to another agency. Get the form of your own agency.',
  'wrong-period': ({ actual, expected }) =>
    `This form is for ${actual}, but the report being filed is for ${expected}. Get the form of the right period.`,

  'form-unmarked': ({ severity }) =>
    severity === 'info'
      ? 'This sheet has lost the marks of the form; it was recognised by its column titles and by the agency and period printed on it. Look at the number of rows again, and get a fresh form for the next period.'
      : 'This sheet has lost the marks of the form, and the agency or period printed on it is not that of this report. Get a fresh form and copy the data over.',

  'column-missing': ({ label }) =>
    `The column "${label}" is gone. Do not delete columns of the form; get the form again and copy your figures over.`,
  'column-twice': ({ label }) => `The column "${label}" is there twice. Delete the copy.`,
  'row-missing': ({ name }) => `The row "${name}" is missing. Assigned rows may not be deleted; get the form again or undo the deletion.`,
  'row-unknown': ({ row }) => `Row ${row} does not belong to this period's form. Delete it.`,
  'row-twice': ({ row, first }) => `Row ${row} is a copy of row ${first}. Delete one of them, or add a new row at the end of the table.`,
  'row-copied': ({ row, first }) =>
    `Row ${row} was copied from row ${first} and then changed; it was taken as a row that you add. If it is not, delete row ${row}.`,
  'row-moved': ({ rows }) =>
    `Row ${rows}: the content changed places (part of the table was sorted); each row was recognised by its content. Check the figures of these rows.`,
  'row-outside': ({ rows, count }) =>
    `${count} rows stand below the table and are not counted: row ${rows}. Insert rows inside the table, just above its last row, and move the content there.`,
  'row-hidden': ({ rows, count }) => `${count} rows are hidden or filtered out and still count: row ${rows}. Unhide them to look at them.`,
  'total-row': ({ rows }) => `Row ${rows} is a total that you added; it is not taken as data. Nothing needs to be done.`,
  'cells-merged': ({ label, range }) =>
    `"${label}": cells ${range} are merged, so it is not clear to which row or column the value belongs. Unmerge them and fill each cell.`,
  'cells-shared': ({ label, range }) => `"${label}": cells ${range} are merged; the value is taken for every row of them.`,
  'formula-changed': ({ label, actual, count }) =>
    `"${label}": the formula of the form was changed in ${count} rows (now ${actual}); the value was worked out again by the form's own formula.`,
  'too-many-rows': ({ count, limit }) => `The table has ${count} rows; the form takes ${limit} at most. Merge or remove rows.`,
  'no-rows': () => 'The form has no rows yet. Type your figures, or choose "Nothing to report".',
  'declaration-contradicts': ({ label }) =>
    `"Nothing to report" or "Not applicable" is chosen, but "${label}" holds a value. Clear the value or take the choice back.`,
  'reason-missing': () => '"Not applicable" needs a reason.',

  required: ({ label, nilAllowed }) => `"${label}" is missing. Fill this cell${orDash(nilAllowed)}.`,
  'nil-not-allowed': ({ label }) => `"${label}" does not take "-". Type a value; for a number that is nothing, type 0.`,
  'nothing-to-report-typed': ({ label, actual, zero, nil }) =>
    `"${label}": "${actual}" is not declared in a cell. If the whole report has nothing, choose "Nothing to report" at the top of the form; if only this cell has nothing, ${nothingIs(zero, nil)}.`,
  'not-applicable-typed': ({ label, actual, zero, nil }) =>
    `"${label}": "${actual}" is not declared in a cell. If the whole report does not apply to the agency, choose "Not applicable" at the top of the form and give the reason; if only this cell, ${nothingIs(zero, nil)}.`,
  'nothing-unclear': ({ label, actual, zero, nil }) =>
    `"${label}": it is not clear whether "${actual}" means none or not yet known. ${zero === 1 || nil === 1 ? `For none ${nothingIs(zero, nil)}; for not yet known leave the cell empty.` : 'Type a value, or leave the cell empty where there is none yet.'}`,
  'not-a-number': ({ label, actual, about }) =>
    about === undefined
      ? `"${label}": "${actual}" is not a number. Type the number alone, such as 1.234,5.`
      : `"${label}": "${actual}" is ${about === 'range' ? 'a range' : 'an estimate'}; this column takes one number. Type the exact number as of the cut-off, or choose the one to write.`,
  'number-ambiguous': ({ label, actual, first, second, unit }) =>
    `"${label}": "${actual}" can be ${first} or ${withUnit(second, unit)}. Choose the right reading.`,
  'number-english': ({ label, actual, expected, unit }) =>
    `"${label}": "${actual}" is written the English way and is read as ${withUnit(expected, unit)}. Choose the right number.`,
  'number-as-text': ({ label, actual, expected, unit }) =>
    `"${label}": "${actual}" is text and was read as ${withUnit(expected, unit)}. One click makes the cell a number.`,
  'wrong-unit': ({ label, actual, unit }) =>
    `"${label}": "${actual}" names a unit that the column does not use. Type the number alone${inUnit(unit) ? `, in ${inUnit(unit)}` : ''}.`,
  'too-many-digits': ({ label, actual, digits }) =>
    `"${label}": ${actual} has more than ${digits} digits, which Excel does not keep. Check the number and its unit.`,
  'not-whole': ({ label, actual }) => `"${label}": ${actual} has a fraction; the column takes whole numbers. Correct it.`,
  'too-many-places': ({ label, actual, places }) =>
    `"${label}": ${actual} has too many decimals; the column takes ${places === 0 ? 'whole numbers' : places}. Round it.`,
  'below-minimum': ({ label, actual, limit }) => `"${label}": ${actual} is below the least, ${limit}. Check it.`,
  'above-maximum': ({ label, actual, limit, unit }) =>
    `"${label}": ${actual} is above the most, ${withUnit(limit, unit)}. Check it${inUnit(unit) ? ' and its unit' : ''}.`,
  thousandfold: ({ label, actual, first, second, unit }) =>
    `"${label}": ${actual} may be off by a factor of a thousand. Is it ${first} or ${second} ${inUnit(unit)}? Choose; if ${first} is right, explain.`,
  'percent-fraction': ({ label, actual, percent }) =>
    `"${label}": ${actual} or ${percent}? The column counts percent: for 95% type 95. Choose; if ${actual}% is right, explain.`,
  'percent-format': ({ label, actual, stored }) =>
    `"${label}": the cell shows ${actual} because of its percent format, but the column does not count percent. Is it the number before the % or ${stored}? Choose.`,
  'not-a-date': ({ label, actual }) => `"${label}": "${actual}" is not a date. Type day/month/year, such as 05/03/2025.`,
  'date-ambiguous': ({ label, actual }) =>
    `"${label}": it is not clear which day "${actual}" is. Type day/month/year in full, such as 05/03/2025.`,
  'not-a-period': ({ label, actual }) =>
    `"${label}": the time "${actual}" is not understood. Write Tháng 3/2025, Quý II/2025, Năm 2025 or 20/02/2025.`,
  'period-short': ({ label, actual, expected }) =>
    `"${label}": "${actual}" is understood as "${expected}". Write it so, or Excel may make a date of it.`,
  'period-ambiguous': ({ label, actual }) =>
    `"${label}": it is not clear which time "${actual}" is. Write the year with four digits and only the period or day, such as Tháng 3/2025.`,
  'not-a-year-range': ({ label, actual }) => `"${label}": "${actual}" is not a year or a range of years. Write 2025 or 2025-2026.`,
  'not-in-list': ({ label, actual, expected }) => `"${label}": "${actual}" is not in the list. Choose one of: ${expected}.`,
  'list-spelling': ({ label, actual, expected }) =>
    `"${label}": "${actual}" is understood as "${expected}" of the list. One click writes it so.`,
  'agency-unknown': ({ label, actual }) =>
    `"${label}": the register has no agency "${actual}". Write the full name as in the list; put ";" between several agencies.`,
  'agency-near': ({ label, actual, expected }) => `"${label}": "${actual}" is not known. Is it "${expected}"? Click to correct it.`,
  'agency-either': ({ label, actual }) => `"${label}": several agencies are called "${actual}". Choose one.`,
  'agency-spelling': ({ label, actual, expected }) =>
    `"${label}": "${actual}" is understood as "${expected}". One click writes the official name.`,
  'agency-ended': ({ label, actual, expected, day }) =>
    `"${label}": "${actual}" existed until ${day}, before this period. ${expected ? `Its successor: ${expected}. Choose the successor or explain.` : 'Write the agency that does its work now, or explain.'}`,
  'agency-not-yet': ({ label, actual, expected, day }) =>
    `"${label}": "${actual}" begins on ${day}, after this period. ${expected ? `In this period it is: ${expected}. Choose again or explain.` : 'Write the agency of this period, or explain.'}`,
  'agency-group': ({ label, expected, count }) =>
    count === 0
      ? `"${label}": the group "${expected}" has no agency in the register; it is kept as written.`
      : `"${label}": the group "${expected}" stands for ${count} agencies; each gets a row of its own.`,
  'agency-several': ({ label, actual }) => `"${label}": "${actual}" is not one single agency; the column takes one. Write one agency.`,
  'place-narrower': ({ label, actual, expected, places }) =>
    `"${label}": the title names only ${places}, but this cell has the whole group "${actual}". Write ${expected}, or explain.`,
  'title-near': ({ label, actual, expected, clause }) =>
    `"${label}": "${actual}" is close to, but not the same as "${expected}" in point ${clause} of the plan. If it is the same document, write its title; if it is another, explain.`,
  'clause-unknown': ({ label, actual, expected }) =>
    `"${label}": the plan has no point "${actual}". ${expected ? `There are: ${expected}` : 'Write it like III.7.a; points follow the Vietnamese alphabet (a, b, c, d, đ, e, g …)'}.`,
  'clause-several': ({ label, actual }) => `"${label}": "${actual}" is several points; the column takes one. Choose one.`,
  'clause-spelling': ({ label, actual, expected }) => `"${label}": "${actual}" is understood as "${expected}". One click writes it so.`,
  'not-a-document-number': ({ label, actual, expected }) =>
    `"${label}": "${actual}" is not a document number. Write it like ${expected || '954/QĐ-UBND'}; put ";" between several.`,
  'not-a-url': ({ label, actual }) => `"${label}": "${actual}" is not a link. Paste an address that begins with https://.`,
  'not-yes-no': ({ label, actual }) => `"${label}": "${actual}" is neither yes nor no. Write Có (yes) or Không (no).`,
  'not-a-sequence': ({ label, actual }) => `"${label}": "${actual}" is not a sequence number. Write 1, 2, 3 or I, 1, 1.1.`,
  'text-too-short': ({ label, length, limit }) =>
    `"${label}" has only ${length} characters; at least ${limit} are needed to be understood. Say more.`,
  'text-too-long': ({ label, length, limit }) => `"${label}" has ${length} characters; at most ${limit}. Shorten it.`,
  'legacy-font': ({ label, actual, encoding, expected }) =>
    `"${label}": "${actual}" uses the old encoding ${encoding}. Retype it in Unicode${expected ? `, or click to change it to "${expected}"` : ''} (Decree 30/2020, appendix I).`,
  'text-garbled': ({ label, actual, expected, encoding }) =>
    `"${label}": ${encoding === 'HTML' ? `"${actual}" holds codes of a web page (such as &nbsp; and &amp;)` : `the letters of "${actual}" were spoilt when a file was converted (read in the wrong encoding)`}. ${expected ? `Click to change it to "${expected}", or retype it` : 'Retype it, or copy it again from the original file'}.`,
  'stray-spaces': ({ label, actual, expected }) =>
    `"${label}": "${actual}" has spaces inside words${expected ? `; is it "${expected}"` : ''}? Click to join them, or explain if it is right.`,
  'not-composed': ({ label, actual, expected }) =>
    `"${label}": "${actual}" holds characters that only look Vietnamese. ${expected ? `Click to change it to "${expected}"` : 'Retype it'}.`,
  'cell-error': ({ label, actual }) => `"${label}": the cell shows the error ${actual}. Mend the formula or type a value.`,
  'formula-instead-of-value': ({ label, actual, expected }) =>
    `"${label}": the cell holds the formula ${actual}; its value ${expected} was taken. If it is right there is nothing to do.`,
  'carried-changed': ({ label, actual, expected }) =>
    `"${label}" is brought by the system but was changed to "${actual}"; "${expected}" is kept.`,
  'computed-changed': ({ label, actual, expected, severity }) =>
    severity === 'error'
      ? `"${label}" is computed, ${expected} from its parts, but ${actual} was typed over it. Check the parts, then click to restore ${expected}.`
      : `"${label}" is computed but was overwritten with "${actual}"; the value kept is "${expected}".`,

  'duplicate-row': ({ label, first }) => `"${label}" repeats row ${first}. Each item has one row.`,
  'sequence-broken': ({ label, actual, expected }) => `"${label}" is ${actual}, in order it is ${expected}.`,
  rule: ({ label, messageEn, blocksFromEn, basis }) =>
    `${label ? `"${label}": ` : ''}${messageEn}${blocksFromEn ? ` From ${blocksFromEn} on this is an error and cannot be submitted.` : ''}${basis ? ` Basis: ${basis}.` : ''}`,
} satisfies Record<FindingCode, Sentence>

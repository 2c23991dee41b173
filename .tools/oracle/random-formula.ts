// Random formulas over all functions and operators of the rule language, leaving
// out only what LibreOffice is documented to answer otherwise than Excel: those
// cases are named in excel-wins.test.ts.
import fc from 'fast-check'
import { modest, number, words } from './random-row.ts'

const call = (name: string, ...args: fc.Arbitrary<string>[]) => fc.tuple(...args).map((all) => `${name}(${all.join(',')})`)
const between = (left: fc.Arbitrary<string>, operators: readonly string[], right: fc.Arbitrary<string>) =>
  fc.tuple(left, fc.constantFrom(...operators), right).map(([l, operator, r]) => `(${l}${operator}${r})`)
const whole = (min: number, max: number) => fc.integer({ min, max }).map(String)
const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`
const COMPARISONS = ['=', '<>', '<', '>', '<=', '>=']

const numberColumn = fc.constantFrom('[a]', '[b]', '[c]')
const anyColumn = fc.constantFrom('[a]', '[t]', '[d]', '[m]', '[x]')
/** Numbers that no text of the columns reads as. */
const sought = number.filter((n) => ![12, 7, -5, 1000, 0.5].includes(n))
const criterion = fc.oneof(
  sought.map(String),
  fc.tuple(fc.constantFrom(...COMPARISONS), sought).map(([operator, n]) => quoted(`${operator}${n}`)),
  fc.constantFrom('"Hoàn thành"', '"hoàn*"', '"<>Hoàn thành"', '"a?c"', '"a~?c"', '"<>"', '"="', '"*b*"'),
)
/** LibreOffice loses errors where "<>" comes after another criterion, though not where it comes before it. */
const further = criterion.filter((one) => one !== '"<>"')
const listColumn = fc.constantFrom('list.tinh_trang.label', 'list.tinh_trang.code', 'list.dau.label', 'list.dau.code')
const inOneList = fc
  .tuple(fc.constantFrom('tinh_trang', 'dau'), fc.constantFrom('label', 'code'), fc.constantFrom('label', 'code'))
  .map(([list, among, wanted]) => `list.${list}.${among},list.${list}.${wanted}`)
const entries = fc.constantFrom('"xong"', '"ĐANG"', '"hoàn thành"', '"a?c"', '"x*y"', '"~"', '"không có"', '"A B  c"', '"đ"', '"h*"')

type Kinds = { number: string; text: string; logical: string; date: string; value: string }

export const { value: formula } = fc.letrec<Kinds>((tie) => {
  const [num, text, logical, date, value] = [tie('number'), tie('text'), tie('logical'), tie('date'), tie('value')]
  const typed = fc.oneof(modest.map(String), fc.constantFrom('[@c]', '([@c]*3)', '([@c]/7)', '([@c]+0.1)', '-[@c]'))
  const cells = fc.constantFrom('[@a]', '[@b]', '[@c]', '[@m]', '[@x]', '[a]', '[b]', '[m]', '[x]')
  // Never an error that another function passes on: LibreOffice makes an error of its own of that.
  const looked = fc.oneof(entries, fc.constantFrom('[@t]', '[@u]', 'LOWER(IFERROR([@t],""))', 'LEFT(IFERROR([@u],""),3)'))
  return {
    number: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      number.map(String),
      fc.constantFrom('[@a]', '[@b]', '[@c]', '[@a]', '[@m]', '([@n]+0)', '[@x]', 'plan.tong'),
      between(num, ['+', '-', '*', '/'], num),
      between(num, ['^'], fc.constantFrom('2', '3', '0.5')),
      num.map((of) => `-${of}`),
      num.map((of) => `(+${of})`),
      num.map((of) => `(${of})%`),
      call('ROUND', num, whole(-3, 4)),
      ...['ROUNDUP', 'ROUNDDOWN'].map((name) => call(name, typed, whole(-2, 3))),
      call('TRUNC', num),
      call('INT', num),
      call('ABS', num),
      call('SIGN', num),
      call('MOD', modest.map(String), fc.constantFrom('2', '-3', '0.5', '7', '0')),
      call('QUOTIENT', fc.constantFrom('[@a]', '[@b]', '17'), fc.constantFrom('2', '-3', '[@c]')),
      call('MROUND', fc.constantFrom('17', '2.6', 'ABS([@a])'), fc.constantFrom('3', '0.5', '5')),
      call('CEILING', fc.constantFrom('17.2', '[@a]', '[@b]'), fc.constantFrom('3', '0.5', '1')),
      call('FLOOR', fc.constantFrom('17.2', '[@a]', '[@b]'), fc.constantFrom('3', '0.5', '1')),
      call('EVEN', fc.constantFrom('[@a]', '3.2', '-1')),
      call('ODD', fc.constantFrom('[@a]', '3.2', '-2')),
      call('POWER', fc.constantFrom('[@a]', '2', '-8'), fc.constantFrom('2', '3')),
      call('SQRT', call('ABS', num)),
      ...['SUM', 'MIN', 'MAX', 'AVERAGE', 'COUNT', 'COUNTA', 'PRODUCT'].map((name) =>
        call(name, cells, fc.oneof(number.map(String), cells)),
      ),
      call('MEDIAN', numberColumn, numberColumn),
      call('COUNTBLANK', fc.constantFrom('[a]', '[t]', '[l]', '[n]', '[x]')),
      call('COUNTUNIQUE', fc.constantFrom('[a]', '[b]', '[t]', '[d]', '[l]', '[m]', '[x]')),
      call('SUMPRODUCT', numberColumn, numberColumn),
      call('COUNTIF', anyColumn, criterion),
      call('COUNTIFS', anyColumn, criterion, anyColumn, further),
      call('SUMIF', anyColumn, criterion, numberColumn),
      call('SUMIFS', numberColumn, anyColumn, criterion, anyColumn, further),
      call('AVERAGEIF', anyColumn, criterion, numberColumn),
      call('AVERAGEIFS', numberColumn, anyColumn, criterion),
      call('IF', logical, num, num),
      call('IFERROR', num, num),
      call('IFNA', num, num),
      call('IFS', logical, num, logical, num),
      call('SWITCH', num, whole(0, 3), num, whole(-3, 0), num, num),
      call('LEN', text),
      call('N', value),
      call('FIND', fc.constantFrom('"b"', '"H"', '"n"'), text),
      call('SEARCH', fc.constantFrom('"B"', '"a?c"', '"o*n"', '"~?"', '"t"'), text),
      call('VALUE', fc.constantFrom('[@m]', '"12"', '"-1.5"')),
      call('MATCH', looked, listColumn, fc.constant('0')),
      ...['YEAR', 'MONTH', 'DAY'].map((name) => call(name, date)),
      call('WEEKDAY', date, fc.constantFrom('1', '2', '3', '11', '16')),
      call('DAYS', date, date),
      call('DATEDIF', date, date, fc.constantFrom('"Y"', '"M"', '"D"')),
      call('NETWORKDAYS', date, date),
      call('NETWORKDAYS', date, date, fc.constant('[e]')),
      call('NA'),
    ),
    text: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      words.map(quoted),
      fc.constantFrom('[@t]', '[@u]', '[@t]'),
      between(fc.oneof(text, fc.constantFrom('[@a]', '[@m]', '[@x]')), ['&'], text),
      call('LEFT', text, whole(0, 5)),
      call('RIGHT', text, whole(0, 5)),
      call('MID', text, whole(1, 4), whole(0, 5)),
      call('UPPER', text),
      call('LOWER', text),
      call('TRIM', text),
      // Of an error LibreOffice's T makes one that ISNA does not know.
      value.map((of) => `T(IFERROR(${of},""))`),
      call('SUBSTITUTE', text, fc.constantFrom('"a"', '" "', '"nh"'), fc.constantFrom('""', '"_"'), whole(1, 2)),
      call('SUBSTITUTE', text, fc.constantFrom('"a"', '" "', '"nh"'), fc.constantFrom('""', '"$&"')),
      call('REPLACE', text, whole(1, 3), whole(0, 3), fc.constant('"_"')),
      call('REPT', text, whole(0, 3)),
      call('CONCATENATE', text, text),
      call('VLOOKUP', looked, fc.constantFrom('list.tinh_trang', 'list.dau'), whole(1, 2), fc.constantFrom('FALSE', '0')),
      call('XLOOKUP', looked, inOneList),
      call('XLOOKUP', looked, inOneList, text),
      call('TEXT', date, fc.constantFrom('"dd/mm/yyyy"', '"mm/yyyy"', '"d/m/yy"', '"yyyy-mm-dd"')),
      call('TEXT', fc.constantFrom('[@d]', '7', '-0.4', '0.126'), fc.constantFrom('"000"', '"0"', '"0%"')),
      call('IF', logical, text, text),
    ),
    logical: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      fc.constantFrom('TRUE', 'FALSE', '[@l]', 'TRUE()', 'FALSE()'),
      between(num, COMPARISONS, num),
      between(fc.oneof(date, fc.constant('[@e]')), COMPARISONS, date),
      between(text, ['=', '<>'], text),
      between(fc.oneof(num, text), ['=', '<>'], fc.oneof(num, text)),
      between(logical, ['=', '<>'], logical),
      between(fc.constantFrom('[@m]', '[@a]', '[@x]'), COMPARISONS, fc.constantFrom('5', '[@b]')),
      call('AND', logical, logical),
      call('OR', logical, fc.constantFrom('[@a]', '[@l]', '[@t]', '[@x]', '[l]', '[a]')),
      call('NOT', logical),
      call('EXACT', text, text),
      ...['ISBLANK', 'ISTEXT', 'ISNONTEXT', 'ISERROR', 'ISERR', 'ISNA'].map((name) => call(name, value)),
      call('ISLOGICAL', fc.constantFrom('[@l]', '[@a]', '[@t]', '[@m]', '[@x]')),
      call('ISNUMBER', fc.oneof(num, text, date)),
      call('ISEVEN', fc.constantFrom('ROUND([@a],0)', '3.5', '-2')),
      call('ISODD', fc.constantFrom('ROUND([@a],0)', '3.5', '-3')),
    ),
    date: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      fc.constant('[@d]'),
      call('DATE', whole(2024, 2026), whole(-2, 15), whole(-5, 40)),
      call('DATEVALUE', fc.constantFrom('"2025-03-14"', '"2024-02-29"')),
      call('EDATE', date, whole(-14, 14)),
      call('EOMONTH', date, whole(-3, 3)),
      call('WORKDAY', call('DATE', fc.constant('2025'), whole(1, 12), whole(1, 28)), whole(-12, 40)),
      between(date, ['+'], whole(0, 400)),
    ),
    value: fc.oneof(num, num, text, logical, logical, date),
  }
})

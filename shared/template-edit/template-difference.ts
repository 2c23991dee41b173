// What changed from one version of a template to the next, as sentences for admins: whatever
// differs is said, also what nobody thought of naming. Judges nothing.
import type { Bilingual, Language } from '../bilingual.ts'
import type { Field, HeaderField, Rule, Table, Template } from '../template.ts'
import { REGIME_ELEMENTS, TEMPLATE_ELEMENTS } from '../text/template-part-names.ts'
import { typeWords } from '../text/template-words.ts'
import { changedProperties, inBoth, quoted } from './changed-properties.ts'
import { movedKeys } from './moved-keys.ts'

interface Pair<T> {
  readonly before: T
  readonly after: T
}

interface Paired<T> {
  readonly added: readonly T[]
  readonly removed: readonly T[]
  readonly kept: readonly Pair<T>[]
}

/** `wasOf`: names under which a thing was known before. */
function paired<T>(
  before: readonly T[],
  after: readonly T[],
  nameOf: (one: T) => string,
  wasOf: (one: T) => readonly string[] = () => [],
): Paired<T> {
  const left = new Map(before.map((one) => [nameOf(one), one]))
  const kept: Pair<T>[] = []
  const added: T[] = []
  for (const one of after) {
    const name = [nameOf(one), ...wasOf(one)].find((each) => left.has(each))
    if (name === undefined) added.push(one)
    else {
      kept.push({ before: left.get(name)!, after: one })
      left.delete(name)
    }
  }
  return { added, removed: [...left.values()], kept }
}

const sentence = (make: (lang: Language) => string): Bilingual => ({ vi: make('vi'), en: make('en') })

/** `{ vi: 'Bảng "X": ', en: 'Table "X": ' }` where there are several. */
const tablePrefix = (table: Table, several: boolean): Bilingual =>
  several
    ? inBoth(table.title ?? { vi: table.key, en: table.key }, (name, lang) => `${lang === 'vi' ? 'Bảng' : 'Table'} ${quoted(name)}: `)
    : { vi: '', en: '' }

const titled = ({ key, title }: Field | HeaderField, lang: Language) => quoted(title[lang] || key)

function fieldSentences(before: readonly Field[], after: readonly Field[], prefix: Bilingual): Bilingual[] {
  const { added, removed, kept } = paired(
    before,
    after,
    ({ key }) => key,
    ({ was = [] }) => was,
  )
  const said: Bilingual[] = []
  for (const field of added) {
    const type = typeWords(field.type)
    said.push(
      sentence((lang) =>
        lang === 'vi'
          ? `${prefix.vi}thêm cột ${titled(field, lang)} – ${type.vi}${field.required ? ', bắt buộc' : ''}.`
          : `${prefix.en}column ${titled(field, lang)} is new – ${type.en}${field.required ? ', required' : ''}.`,
      ),
    )
  }
  for (const field of removed)
    said.push(
      sentence((lang) =>
        lang === 'vi' ? `${prefix.vi}bỏ cột ${titled(field, lang)}.` : `${prefix.en}column ${titled(field, lang)} is gone.`,
      ),
    )
  for (const pair of kept) {
    const name = sentence((lang) => `${prefix[lang]}${lang === 'vi' ? 'cột' : 'column'} ${titled(pair.before, lang)}`)
    said.push(...changedProperties(pair.before, pair.after, name, ['was']))
  }
  const moved = movedKeys(
    kept.toSorted((one, other) => before.indexOf(one.before) - before.indexOf(other.before)).map(({ after: { key } }) => key),
    kept.map(({ after: { key } }) => key),
  )
  for (const key of moved) {
    const at = after.findIndex((field) => field.key === key)
    const [field, left] = [after[at]!, after[at - 1]]
    said.push(
      sentence((lang) => {
        if (lang === 'vi') return `${prefix.vi}cột ${titled(field, lang)} chuyển ${left ? `đến sau cột ${titled(left, lang)}` : 'lên đầu'}.`
        return `${prefix.en}column ${titled(field, lang)} moved ${left ? `to after ${titled(left, lang)}` : 'to the front'}.`
      }),
    )
  }
  return said
}

function ruleSentences(before: readonly Rule[], after: readonly Rule[], prefix: Bilingual): Bilingual[] {
  const { added, removed, kept } = paired(before, after, ({ id }) => id)
  const severity = {
    error: { vi: 'lỗi', en: 'error' },
    warning: { vi: 'cảnh báo', en: 'warning' },
    info: { vi: 'thông tin', en: 'information' },
  }
  return [
    ...added.map((rule) =>
      sentence((lang) =>
        lang === 'vi'
          ? `${prefix.vi}thêm quy tắc ${rule.id} (${severity[rule.severity].vi}): ${rule.message.vi}`
          : `${prefix.en}rule ${rule.id} is new (${severity[rule.severity].en}): ${rule.message.en}`,
      ),
    ),
    ...removed.map(({ id }) => sentence((lang) => (lang === 'vi' ? `${prefix.vi}bỏ quy tắc ${id}.` : `${prefix.en}rule ${id} is gone.`))),
    ...kept.flatMap((pair) =>
      changedProperties(
        pair.before,
        pair.after,
        sentence((lang) => `${prefix[lang]}${lang === 'vi' ? 'quy tắc' : 'rule'} ${pair.after.id}`),
      ),
    ),
  ]
}

function headerSentences(before: readonly HeaderField[], after: readonly HeaderField[]): Bilingual[] {
  const { added, removed, kept } = paired(before, after, ({ key }) => key)
  return [
    ...added.map((field) =>
      sentence((lang) =>
        lang === 'vi' ? `Thêm ô ${titled(field, lang)} ở đầu biểu.` : `The cell ${titled(field, lang)} above the table is new.`,
      ),
    ),
    ...removed.map((field) =>
      sentence((lang) =>
        lang === 'vi' ? `Bỏ ô ${titled(field, lang)} ở đầu biểu.` : `The cell ${titled(field, lang)} above the table is gone.`,
      ),
    ),
    ...kept.flatMap((pair) =>
      changedProperties(
        pair.before,
        pair.after,
        sentence((lang) => `${lang === 'vi' ? 'ô' : 'cell'} ${titled(pair.before, lang)}`),
      ),
    ),
  ]
}

function tableSentences(before: readonly Table[], after: readonly Table[]): Bilingual[] {
  const { added, removed, kept } = paired(before, after, ({ key }) => key)
  const several = before.length > 1 || after.length > 1
  const nameOf = (table: Table, lang: Language) => quoted(table.title?.[lang] || table.key)
  return [
    ...added.map((table) =>
      sentence((lang) => (lang === 'vi' ? `Thêm bảng ${nameOf(table, lang)}.` : `Table ${nameOf(table, lang)} is new.`)),
    ),
    ...removed.map((table) =>
      sentence((lang) => (lang === 'vi' ? `Bỏ bảng ${nameOf(table, lang)}.` : `Table ${nameOf(table, lang)} is gone.`)),
    ),
    ...kept.flatMap((pair) => {
      const prefix = tablePrefix(pair.after, several)
      const { fields: _fields, rules: _rules, rows, ...rest } = pair.before
      const { fields: _f, rules: _r, rows: rowsNow, ...restNow } = pair.after
      const name = sentence((lang) => `${prefix[lang]}${lang === 'vi' ? 'bảng' : 'table'}`)
      const ofRows = sentence((lang) => `${prefix[lang]}${lang === 'vi' ? 'các dòng' : 'rows'}`)
      return [
        ...changedProperties(rest, restNow, name),
        ...changedProperties(rows, rowsNow, ofRows),
        ...fieldSentences(pair.before.fields, pair.after.fields, prefix),
        ...ruleSentences(pair.before.rules, pair.after.rules, prefix),
      ]
    }),
  ]
}

/** In the order of the form: the whole, the regime, header cells, tables with their columns and rules. Empty where nothing differs but the number. */
export function templateDifference(before: Template, after: Template): Bilingual[] {
  const rest = ({ version: _version, regime: _regime, header: _header, tables: _tables, signature, ...whole }: Template) => ({
    ...whole,
    ...signature,
  })
  const ofRegime = ({ dates, ...regime }: Template['regime']) => ({ ...regime, ...dates })
  const all = [
    ...changedProperties(rest(before), rest(after), { vi: 'biểu mẫu', en: 'template' }, [], TEMPLATE_ELEMENTS),
    ...changedProperties(ofRegime(before.regime), ofRegime(after.regime), { vi: 'chế độ báo cáo', en: 'regime' }, [], REGIME_ELEMENTS),
    ...headerSentences(before.header, after.header),
    ...tableSentences(before.tables, after.tables),
  ]
  return all.map((one) => inBoth(one, (text) => text.slice(0, 1).toUpperCase() + text.slice(1)))
}

// How well the titles above a column of theirs name a field of ours: words that
// few fields share count more, the group above decides between equal titles.
import { isNumeric } from '../sheet/field-look.ts'
import type { Field, Table } from '../template.ts'
import { titleWords } from './title-words.ts'

/** 0 to 1; `path` from the outermost group to the title itself. */
export type TitleLikeness = (path: readonly string[], field: Field) => number

const pathOf = (field: Field): string[] => [...(field.group ?? []), field.title].map(({ vi }) => vi)

function overlap(one: readonly string[], other: readonly string[], weight: (word: string) => number): number {
  const sum = (words: readonly string[]) => words.reduce((total, word) => total + weight(word), 0)
  const all = sum(one) + sum(other)
  const alike = all === 0 ? 0 : (2 * sum(one.filter((word) => other.includes(word)))) / all
  return areOpposed(one, other) ? alike * OPPOSED : alike
}

/** Where one title says the one and the other the other, they are not alike however much else they share. */
const OPPOSITES: readonly (readonly string[])[] = [
  ['chu tri', 'phoi hop', 'co quan xu ly'],
  ['ky truoc', 'ky nay', 'ky toi'],
  ['luy ke', 'ky nay', 'ky toi'],
  ['ngan sach trung uong', 'ngan sach dia phuong', 'dau tu cong', 'chi thuong xuyen', 'khac'],
  ['dung', 'tre', 'qua'],
  ['giai ngan', 'ke hoach'],
  ['giai ngan', 'bo tri'],
  ['tu', 'mau'],
]
const OPPOSED = 0.25

const areOpposed = (one: readonly string[], other: readonly string[]): boolean =>
  OPPOSITES.some((words) => {
    const [mine, theirs] = [words.filter((word) => one.includes(word)), words.filter((word) => other.includes(word))]
    return mine.length > 0 && theirs.length > 0 && !mine.some((word) => theirs.includes(word))
  })

/** What some write for one thing and others for another: the contents tell which. */
const READ_ALSO: readonly (readonly [RegExp, string])[] = [
  [/^tiến độ(?: thực hiện| hoàn thành)?$/iu, '% hoàn thành lũy kế'],
  [/^kết quả(?: thực hiện)?$/iu, 'Tình trạng'],
]
const ALSO = 0.9
/** A title that only names a group of ours, where the contents may tell which column of it is meant. */
const GROUP_ONLY = 0.66
/** A title that is one part of a longer title of ours. */
const PART = 0.85
const TOTAL_OF_GROUP = 0.7

/** Words that no field of ours has are worth less: they say what we do not ask. */
const STRANGE = 0.45
/** What remains of a title that several fields bear, where the group above it is another. */
const BARE_TWIN = 0.72

const likenesses = new WeakMap<Table, TitleLikeness>()

export function titleLikeness(table: Table): TitleLikeness {
  const known = likenesses.get(table) ?? prepare(table)
  likenesses.set(table, known)
  return known
}

function prepare(table: Table): TitleLikeness {
  const ours = table.fields.map((field) => ({ field, path: pathOf(field) }))
  const counts = new Map<string, number>()
  for (const { path } of ours) for (const word of new Set(path.flatMap(titleWords))) counts.set(word, (counts.get(word) ?? 0) + 1)
  const weight = (word: string): number => {
    const count = counts.get(word)
    return count === undefined ? STRANGE : 1 / (1 + 0.12 * (count - 1))
  }
  const like = (theirs: string, mine: string) => overlap(titleWords(theirs), titleWords(mine), weight)
  /** "Tên dự án / nhiệm vụ" and "Nội dung, khối lượng" are called by one of their parts too. */
  const likeTitle = (theirs: string, mine: string) =>
    Math.max(like(theirs, mine), ...mine.split(/ \/ |, /).map((part, _, parts) => like(theirs, part) * (parts.length > 1 ? PART : 1)))
  const isTwin = new Map(
    ours.map(({ field, path }) => [
      field.key,
      ours.some((other) => other.field !== field && like(other.field.title.vi, path.at(-1)!) > 0.95),
    ]),
  )
  const ofPath = (path: readonly string[], field: Field): number => {
    const last = path.at(-1)
    if (last === undefined) return 0
    const mine = pathOf(field)
    const groups = mine.slice(0, -1)
    const above = path.slice(0, -1)
    const joined = path.join(' ')
    const bare = likeTitle(last, field.title.vi)
    if (groups.length === 0) return Math.max(like(joined, field.title.vi), bare * (above.length === 0 ? 1 : 0.93))
    const whole = Math.max(like(joined, mine.join(' ')), like(path.slice(-2).join(' '), mine.slice(-2).join(' ')))
    const grouped = Math.max(0, ...above.flatMap((upper) => groups.map((group) => like(upper, group))))
    const floor = isTwin.get(field.key) ? BARE_TWIN : 0.92
    const share = !isNumeric(field.type) ? GROUP_ONLY : titleWords(field.title.vi).includes('tong') ? TOTAL_OF_GROUP : 0
    const lone = above.length === 0 ? Math.max(...groups.map((group) => like(last, group))) * share : 0
    return Math.max(whole, bare * (floor + (1 - floor) * grouped), lone)
  }
  return (path, field) => {
    const also = READ_ALSO.find(([pattern]) =>
      pattern.test(
        path
          .join(' ')
          .replace(/\([^()]*\)/g, '')
          .trim(),
      ),
    )
    return Math.max(ofPath(path, field), also ? ofPath([also[1]], field) * ALSO : 0)
  }
}

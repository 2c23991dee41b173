// Clauses of the plan: III.7.a, also written "điểm a khoản 7 Mục III". Only those
// that the plan really has; its points are numbered a b c d đ e g h …, so III.7.f is none.
import type { Plan } from '../plan.ts'
import type { FieldType } from '../template.ts'
import { straightenStroke } from '../text/fold.ts'
import { type FieldBehaviour, found, oneLine, quoted, read, safely } from './field-behaviour.ts'

/** "điểm a, khoản 7, Mục III" → "III.7.a"; several points of one khoản become several clauses. */
const spokenOut = (text: string): string =>
  text
    .replace(
      /(?:các\s+)?điểm\s+([a-zđ](?:\s*(?:,|;|và)\s*[a-zđ])*)\s*,?\s*khoản\s+(\d{1,2})\s*,?\s*(?:mục|phần)\s+([ivx]+)/gi,
      (_, points: string, number: string, part: string) =>
        points
          .split(/\s*(?:,|;|và)\s*/i)
          .map((point) => `${part}.${number}.${point}`)
          .join('; '),
    )
    .replace(/khoản\s+(\d{1,2})\s*,?\s*(?:mục|phần)\s+([ivx]+)/gi, (_, number: string, part: string) => `${part}.${number}`)

function canonical(part: string): string {
  const match = /^(?:mục\s+)?([ivx]+)(?:\s*[.,\- ]\s*(\d{1,2}))?(?:\s*[.,\-) ]?\s*([a-zđ]))?\s*[.)]?$/i.exec(part)
  if (!match) return part
  return [(match[1] as string).toUpperCase(), match[2], match[3]?.toLowerCase()].filter((one) => one !== undefined).join('.')
}

/** "III.7.a, b": a letter alone is a point of the khoản before it. */
const withPoint = (codes: readonly string[], part: string): string[] => {
  const before = /^([IVX]+\.\d{1,2})\.[a-zđ]$/.exec(codes.at(-1) ?? '')
  return [...codes, before && /^[a-zđ]$/i.test(part) ? `${before[1]}.${part.toLowerCase()}` : canonical(part)]
}

const sets = new WeakMap<Plan, ReadonlySet<string>>()

function clausesOf(plan: Plan): ReadonlySet<string> {
  const set = sets.get(plan) ?? new Set(plan.clauses)
  sets.set(plan, set)
  return set
}

const WRITTEN_OUT = /^[IVX]+\.\d{1,2}(?:\.[a-zđ])?$/

/** Clauses as they are written, several set apart by "; " and none twice: what nearly all cells hold. null says nothing. */
function listed(text: string, clauses: ReadonlySet<string>): string[] | null {
  const codes = text.split('; ')
  return codes.every((code, at) => clauses.has(code) && WRITTEN_OUT.test(code) && codes.indexOf(code) === at) ? codes : null
}

/** All clauses of a plan, and more words than anybody puts around them. */
const LONGEST = 4000

export const clause: FieldBehaviour<Extract<FieldType, { kind: 'clause' }>> = {
  read(type, typed, _, { plan }) {
    const text = straightenStroke(oneLine(typeof typed === 'string' ? typed.replaceAll('\n', '; ') : typed))
    const clauses = clausesOf(plan)
    if (clauses.has(text)) return read(type.many ? [text] : text)
    const usual = type.many ? listed(text, clauses) : null
    if (usual) return read(usual)
    if (text.length > LONGEST) return read(null, found('clause-unknown', 'error', { actual: quoted(text) }))
    const parts = spokenOut(text)
      .split(/\s*(?:[;,](?!\s*\d)|\s+và\s+)\s*/)
      .map((part) => part.trim())
      .filter((part) => part !== '')
    const codes = [...new Set(parts.reduce(withPoint, []))]
    const unknown = codes.filter((code) => !clauses.has(code))
    const written = codes.join('; ')
    if (!type.many && codes.length > 1 && unknown.length === 0)
      return read(
        null,
        found('clause-several', 'error', { actual: quoted(text), fixes: codes.map((code) => ({ value: code, shown: code })) }),
      )
    if (unknown.length > 0 || codes.length === 0) {
      const first = unknown[0] ?? text
      const siblings = plan.clauses.filter((code) => code.startsWith(`${first.split('.').slice(0, -1).join('.')}.`))
      return read(
        null,
        found('clause-unknown', 'error', {
          actual: quoted(unknown.length > 0 ? unknown.join('; ') : text),
          ...(siblings.length > 0 && siblings.length <= 16 && { expected: siblings.join('; ') }),
        }),
      )
    }
    const value = type.many ? codes : (codes[0] as string)
    return written === text
      ? read(value)
      : read(
          value,
          found('clause-spelling', 'info', {
            actual: quoted(text),
            expected: written,
            fixes: [safely({ value: written, shown: written })],
          }),
        )
  },
  show: (_, value) => (Array.isArray(value) ? value.join('; ') : String(value)),
  cell: (_, value) => (Array.isArray(value) ? value.join('; ') : String(value)),
  numberFormat: () => '@',
}

// Which tasks are projects of the lists that agencies file beside their monthly report, and
// from which source each is paid. A task is known by its code, or else by its name.

import type { Values } from '../tally.ts'
import { fold } from '../text/fold.ts'
import type { QuarterSource } from './source.ts'

type List = QuarterSource['projects'][number]

interface Project {
  readonly template: string
  readonly source: string
}

const textOf = (value: unknown): string => (typeof value === 'string' && value !== '-' ? value : '')

/** Spellings that people hold to be the same have the same key. */
const keyOf = (agency: string, kind: 'code' | 'name', text: string): string => `${agency} ${kind} ${fold(text)}`

/** The source that it needs most of; the first of equals, in the order of the list. */
function sourceOf(list: List, values: Values): string | null {
  let [source, most]: [string | null, number] = [null, 0]
  for (const need of list.needs) {
    const amount = values[need.field]
    if (typeof amount !== 'number' || amount <= most) continue
    ;[source, most] = [need.source, amount]
  }
  return source
}

export class Projects {
  readonly #lists: readonly List[]
  readonly #known = new Map<string, Project>()

  constructor(lists: readonly List[]) {
    this.#lists = lists
  }

  add(list: List, agency: string, values: Values): void {
    const project = { template: list.template, source: sourceOf(list, values) ?? list.otherwise }
    for (const kind of ['code', 'name'] as const) {
      const text = textOf(values[list[kind]])
      const key = keyOf(agency, kind, text)
      if (text !== '' && !this.#known.has(key)) this.#known.set(key, project)
    }
  }

  find(agency: string, code: unknown, name: unknown): Project | null {
    const [byCode, byName] = [textOf(code), textOf(name)]
    return (
      (byCode === '' ? undefined : this.#known.get(keyOf(agency, 'code', byCode))) ??
      (byName === '' ? undefined : this.#known.get(keyOf(agency, 'name', byName))) ??
      this.#byPrefix(byCode)
    )
  }

  #byPrefix(code: string): Project | null {
    const list = this.#lists.find(({ prefix }) => code.startsWith(prefix))
    return list ? { template: list.template, source: list.otherwise } : null
  }
}

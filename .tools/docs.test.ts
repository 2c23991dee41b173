// Documents that name files rot; these may only name what is there.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'

const root = resolve(import.meta.dirname, '..')
const documents = [
  'README.md',
  'docs/architecture.md',
  'docs/between-people.md',
  'docs/deploying.md',
  'docs/templates.md',
  ...readdirSync(join(root, 'docs/guides')).map((name) => `docs/guides/${name}`),
  ...readdirSync(join(root, 'docs/decisions')).map((name) => `docs/decisions/${name}`),
]

/** Paths in backticks that begin in one of the rooms of the house. */
const named = (text: string) => [...text.matchAll(/`((?:shared|worker|addin|docs|\.tools|\.ci)\/[\w./-]*)`/g)].map((match) => match[1]!)
const linked = (text: string) => [...text.matchAll(/\]\((?!https?:)([^)#]+)\)/g)].map((match) => match[1]!)

describe.each(documents)('%s', (document) => {
  const text = readFileSync(join(root, document), 'utf8')
  it('names only files that are there', () => {
    expect(named(text).filter((path) => !existsSync(join(root, path)))).toEqual([])
  })
  it('links only to what is there', () => {
    expect(linked(text).filter((path) => !existsSync(resolve(root, document, '..', path)))).toEqual([])
  })
})

describe.each(['filing', 'aggregating', 'administering'])('the guide to %s', (guide) => {
  it.each(['vi', 'en'])('says in bold only what the screens say (%s)', (language) => {
    const folder = join(root, 'addin/text')
    const files = readdirSync(folder).filter((name) => name === `${language}.ts` || name.endsWith(`-${language}.ts`))
    const said = files.map((name) => readFileSync(join(folder, name), 'utf8')).join('\n')
    const text = readFileSync(join(root, `docs/guides/${guide}.${language}.md`), 'utf8')
    const bold = [...text.matchAll(/\*\*([^*]+)\*\*/g)].map((match) => match[1]!).filter((word) => !['đậm', 'Bold'].includes(word))
    expect(bold.length).toBeGreaterThan(0)
    expect(bold.filter((word) => !said.includes(word))).toEqual([])
  })
})

it('numbers every decision once', () => {
  const numbers = readdirSync(join(root, 'docs/decisions')).map((name) => name.slice(0, 4))
  expect(numbers.filter((number, at) => numbers.indexOf(number) !== at)).toEqual([])
})

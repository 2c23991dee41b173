// The arrows of the house, read from the source: worker -> shared <- addin, and
// each outside thing in its one place. The same rules are compile errors where
// a tsconfig can say them; this holds where it cannot.
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'

const root = resolve(import.meta.dirname, '..')

const sources = (folder: string): string[] =>
  readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(ts|tsx)$/.test(entry.name) && !entry.name.endsWith('.d.ts'))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)))

const isTest = (file: string) =>
  /\.(test|bench|contract)\.tsx?$/.test(file) || file.startsWith('addin/journeys/') || /^(shared|worker)\/testing\//.test(file)
const files = ['shared', 'worker', 'addin'].flatMap(sources)
const text = new Map(files.map((file) => [file, readFileSync(join(root, file), 'utf8')]))
const code = (file: string) => text.get(file)!.replace(/\/\*[\s\S]*?\*\/|(?<![:'"`])\/\/.*$/gm, '')

/** What a file imports; `erased` leaves out what only the compiler sees. */
const imports = (file: string, { erased = false } = {}) =>
  [
    ...text
      .get(file)!
      .matchAll(/^(?:import|export)\s+(type\s+)?(?:[\w*{}\s,$]+?\s+from\s+)?['"]([^'"\n]+)['"]|\bimport\(\s*['"]([^'"\n]+)['"]/gm),
  ]
    .filter(([, onlyType]) => !(erased && onlyType))
    .map((match) => match[2] ?? match[3]!)
    .map((target) => (target.startsWith('.') ? relative(root, resolve(dirname(join(root, file)), target)) : target))

/** Every file outside `allowed` in which the pattern occurs. */
const offenders = (where: (file: string) => boolean, pattern: RegExp, allowed: RegExp) =>
  files.filter((file) => where(file) && !isTest(file) && !allowed.test(file) && pattern.test(code(file)))
const importers = (where: (file: string) => boolean, pattern: RegExp, allowed: RegExp) =>
  files.filter((file) => where(file) && !isTest(file) && !allowed.test(file) && imports(file).some((target) => pattern.test(target)))

const inside = (folder: string) => (file: string) => file.startsWith(`${folder}/`)
const anywhere = () => true

describe('imports', () => {
  it('reads the sources it judges', () => {
    expect(files.length).toBeGreaterThan(40)
  })
  it('shared imports only itself, the schema library and the formula parser', () => {
    const wrong = files
      .filter((file) => inside('shared')(file) && !isTest(file))
      .flatMap((file) => imports(file).map((target) => `${file} -> ${target}`))
      .filter((arrow) => !/-> (shared\/|valibot$|@borgar\/fx$)/.test(arrow))
    expect(wrong).toEqual([])
  })
  it('worker and addin never import each other', () => {
    expect(importers(inside('worker'), /^addin\//, /^$/)).toEqual([])
    expect(importers(inside('addin'), /^worker\//, /^$/)).toEqual([])
  })
  it('shared has no clock, no randomness and no output', () => {
    expect(offenders(inside('shared'), /Date\.now\(|new Date\(\)|Math\.random|console\.|crypto\./, /^$/)).toEqual([])
  })
  it('the worker asks only its clock for the time', () => {
    expect(offenders(inside('worker'), /Date\.now\(|new Date\(\)/, /^worker\/(index|clocks)\.ts$/)).toEqual([])
  })
  it('Office stands only in the Excel host and in the page that starts it', () => {
    expect(
      offenders(
        inside('addin'),
        /\b(Excel\.(run|Range|Worksheet)|Office\.(onReady|context))/,
        /^addin\/(host\/|sandbox\/|pane\/main\.tsx)/,
      ),
    ).toEqual([])
  })
  it('fetch stands only in the API client', () => {
    expect(offenders(inside('addin'), /(?<![.\w])fetch\(/, /^addin\/api\//)).toEqual([])
  })
  it('SQL stands only in the store', () => {
    expect(offenders(inside('worker'), /\.prepare\(|\b(SELECT|INSERT INTO|UPDATE|DELETE FROM) /, /^worker\/store\//)).toEqual([])
  })
  it('Hono stands only in app, routes, middleware and problem', () => {
    expect(importers(inside('worker'), /^hono/, /^worker\/(app|problem|openapi)\.ts$|^worker\/(routes|middleware)\//)).toEqual([])
  })
  it('a template enters the store only through the check of templates', () => {
    const writers = offenders(anywhere, /\b(INSERT INTO|INSERT OR \w+ INTO|REPLACE INTO|UPDATE) templates\b/i, /^$/)
    expect(writers).toEqual(['worker/store/plan.ts', 'worker/store/templates.ts'])
    const callers = offenders(anywhere, /\bwritePack\(/, /^worker\/store\/plan\.ts$/)
    expect(callers).toEqual(['worker/actions/load-pack.ts'])
    const publishers = offenders(anywhere, /\bpublishStatements\(/, /^worker\/store\/templates\.ts$/)
    expect(publishers).toEqual(['worker/actions/publish-template.ts'])
    expect(code('worker/actions/publish-template.ts')).toMatch(
      /checkTemplate\([\s\S]+throw[\s\S]+demandTaken\(parts, template\)[\s\S]+publishStatements\(/,
    )
    // The call that checks stands before the call that writes, and what it refuses is thrown.
    expect(code('worker/actions/load-pack.ts')).toMatch(/checkTemplate\([\s\S]+if \(refused\.length > 0\) throw[\s\S]+writePack\(/)
  })
  it('the XLSX library stands only in worker/xlsx', () => {
    expect(importers(anywhere, /^hucre/, /^worker\/xlsx\//)).toEqual([])
  })
  it('the document library stands only in worker/docx', () => {
    expect(importers(anywhere, /^docx$/, /^worker\/docx\//)).toEqual([])
  })
  it('no file needs itself through others while it runs', () => {
    const graph = new Map(files.map((file) => [file, imports(file, { erased: true }).filter((target) => text.has(target))]))
    const state = new Map<string, 'open' | 'done'>()
    const cycles: string[] = []
    const visit = (file: string, path: string[]) => {
      if (state.get(file) === 'done') return
      if (state.get(file) === 'open') return cycles.push([...path.slice(path.indexOf(file)), file].join(' -> '))
      state.set(file, 'open')
      for (const target of graph.get(file)!) visit(target, [...path, file])
      state.set(file, 'done')
    }
    for (const file of files) visit(file, [])
    expect(cycles).toEqual([])
  })
  it('no file is named for nothing and none is a barrel', () => {
    expect(files.filter((file) => /(^|\/)(utils?|helpers?|common|misc|manager|constants|types)\.tsx?$/.test(file))).toEqual([])
    expect(files.filter((file) => /^\s*export \* from/m.test(code(file)))).toEqual([])
  })
})

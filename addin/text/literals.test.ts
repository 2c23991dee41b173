// What a person reads stands in addin/text in every language, and nowhere else: a
// sentence in a component would be shown to everybody in the language it was typed in.
import { globSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseAst } from 'vite'
import { expect, test } from 'vitest'

const root = resolve(import.meta.dirname, '../..')
const files = globSync(['addin/{pane,portal,components}/**/*.{ts,tsx}', 'addin/sandbox/*.tsx'], { cwd: root }).filter(
  (file) => !/\.(test|contract|bench)\.tsx?$/.test(file),
)

interface Node {
  readonly type: string
  readonly [key: string]: unknown
}

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && 'type' in value

const below = (node: Node): Node[] => Object.values(node).flatMap((value) => (Array.isArray(value) ? value : [value]).filter(isNode))

const READ_ALOUD = new Set(['aria-label', 'title', 'label', 'placeholder', 'alt', 'hint', 'aria-description'])

/** Vietnamese letters, or a capital and more words after it. */
const isSentence = (text: string): boolean =>
  /[\u00c0-\u017e\u01a0-\u01b0\u1ea0-\u1ef9]/u.test(text) || /^\p{Lu}\p{L}*[,:]? \p{L}+/u.test(text.trim())
const isWord = (text: string): boolean => /\p{L}{2,}/u.test(text)

function sentences(node: Node): string[] {
  if (node.type === 'ImportDeclaration') return []
  const { value } = node
  if (node.type === 'JSXText' && typeof value === 'string' && isWord(value)) return [value.trim()]
  if (node.type === 'JSXAttribute' && isNode(node.name) && READ_ALOUD.has(String(node.name.name)) && isNode(value)) {
    if (typeof value.value === 'string' && isWord(value.value)) return [value.value]
  }
  if (node.type === 'Literal' && typeof value === 'string' && isSentence(value)) return [value]
  if (node.type === 'TemplateElement' && isSentence(String((value as { cooked?: string }).cooked)))
    return [(value as { cooked: string }).cooked]
  return below(node).flatMap(sentences)
}

const literals = (source: string, file: string): string[] =>
  sentences(parseAst(source, { lang: file.endsWith('x') ? 'tsx' : 'ts' }, file) as unknown as Node)

test.each([
  ['<p>Gửi báo cáo</p>'],
  ['<p>Send</p>'],
  ['<input placeholder="name" />'],
  ['<p>{"Please wait a moment"}</p>'],
  [`<p>{\`lỗi \${n}\`}</p>`],
])('%s is found', (jsx) => {
  expect(literals(`export const a = ${jsx}`, 'a.tsx')).toHaveLength(1)
})

test('no sentence stands in a component', () => {
  expect(files.length).toBeGreaterThan(50)
  const found = files.flatMap((file) => literals(readFileSync(join(root, file), 'utf8'), file).map((text) => `${file}: ${text}`))
  expect(found).toEqual([])
})

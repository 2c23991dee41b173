// A new screen cannot be forgotten: whatever is a screen by its name, or is loaded
// when it is first shown, is walked by the tests of how it looks and is used.
import { globSync, readFileSync } from 'node:fs'
import { dirname, join, normalize, resolve, sep } from 'node:path'
import { expect, test } from 'vitest'
import { PANE_SCREENS, PORTAL_SCREENS, PROVINCE_SCREENS } from './journeys/screens.ts'

const root = resolve(import.meta.dirname, '..')
const found = (pattern: string) => globSync(pattern, { cwd: root }).map((file) => file.split(sep).join('/'))
const components = found('addin/{pane,portal,components}/**/*.tsx')
const walked = Object.keys({ ...PANE_SCREENS, ...PORTAL_SCREENS, ...PROVINCE_SCREENS })

const loadedLater = (file: string): string[] =>
  [...readFileSync(join(root, file), 'utf8').matchAll(/import\('(\.[^']+\.tsx)'\)/g)].map(([, path]) =>
    normalize(join(dirname(file), path!))
      .split(sep)
      .join('/'),
  )

test('every screen is walked', () => {
  const screens = new Set([
    ...components.filter((file) => /-(screen|page)\.tsx$/.test(file)),
    ...found('addin/{pane,portal}/**/*.{ts,tsx}').flatMap(loadedLater),
  ])
  expect(screens.size).toBeGreaterThan(10)
  expect([...screens].filter((file) => !walked.includes(file))).toEqual([])
})

test('every screen that is walked exists', () => {
  expect(walked.filter((file) => !components.includes(file))).toEqual([])
})

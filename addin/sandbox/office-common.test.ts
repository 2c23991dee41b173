import { expect, test } from 'vitest'
import { attachOfficeCommon, covers, type OfficeScope } from './office-common.ts'

test.each([
  ['1.9', '1.9', true],
  ['1.9', '1.10', false],
  ['1.14', '1.9', true],
  ['1.21', '1.3', true],
  ['1.21', '2.0', false],
])('an Excel with %s has %s: %s', (has, wants, answer) => {
  expect(covers(has, wants)).toBe(answer)
})

const attached = (settings = new Map<string, unknown>()) => {
  const context = () => {
    throw new Error('the library has a context of its own')
  }
  const scope: OfficeScope = {
    Office: Object.defineProperty({ EventType: { x: 1 } }, 'context', { get: context }),
    OfficeExtension: { CommonUtility: { _doApiNotSupportedCheck: false } },
  }
  attachOfficeCommon(scope, { excelApi: '1.9', dark: true, settings })
  return { scope, office: scope.Office as typeof Office }
}

test('what the library put into Office stays, and its own context is covered', async () => {
  const { scope, office } = attached()
  expect((scope.Office as { EventType: unknown }).EventType).toEqual({ x: 1 })
  expect(office.context.displayLanguage).toBe('vi-VN')
  expect(office.context.officeTheme).toMatchObject({ isDarkTheme: true })
  expect(office.context.requirements.isSetSupported('ExcelApi', '1.9')).toBe(true)
  expect(office.context.requirements.isSetSupported('ExcelApi', '1.10')).toBe(false)
  expect(office.context.requirements.isSetSupported('NestedAppAuth', '1.1')).toBe(false)
  expect(await office.onReady()).toEqual({ host: 'Excel', platform: 'OfficeOnline' })
  expect(scope.OfficeExtension?.CommonUtility._doApiNotSupportedCheck).toBe(true)
})

test('settings are kept in the map that belongs to the document', async () => {
  const kept = new Map<string, unknown>()
  const { settings } = attached(kept).office.context.document
  settings.set('language', 'en')
  await new Promise<void>((resolve) => settings.saveAsync(() => resolve()))
  expect(kept.get('language')).toBe('en')
  settings.remove('language')
  expect(settings.get('language')).toBeNull()
})

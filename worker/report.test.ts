// A filled workbook given back with its findings in it.
import { expect, it } from 'vitest'
import { read } from '../shared/sheet/reading.ts'
import { filer, formOf, MARCH, otherFiler } from './testing/province.ts'
import { readWorkbook } from './xlsx/read.ts'

const report = (ask: Awaited<ReturnType<typeof filer>>, bytes: Uint8Array, lang = 'vi') =>
  ask('POST', `/api/obligations/${MARCH}/upload/report?lang=${lang}`, bytes)

it('holds the form as it was filled and lists what the upload would be refused for', async () => {
  const ask = await filer()
  const bytes = await (await ask('GET', `/api/obligations/${MARCH}/form.xlsx`)).bytes()
  const answer = await report(ask, bytes)
  expect(answer.status).toBe(200)
  expect(answer.headers.get('content-disposition')).toContain('THANG_2025-03_STTTT_findings.xlsx')
  const [before, after] = [await readWorkbook(bytes), await readWorkbook(await answer.bytes())]
  const { template } = await formOf(ask)
  const form = before.sheets[0]!.name
  expect(read(after, form, template)).toEqual(read(before, form, template))
  const listed = after.sheets.find(({ name }) => name === 'Lỗi cần sửa')!
  const checked = await (await ask('POST', `/api/obligations/${MARCH}/upload`, bytes)).json<{ findings: unknown[] }>()
  expect(checked.findings.length).toBeGreaterThan(0)
  expect([...listed.cells].filter(([at]) => /^A\d+$/.test(at)).length - 3).toBe(checked.findings.length)
})

it('speaks English on request', async () => {
  const ask = await filer()
  const bytes = await (await ask('GET', `/api/obligations/${MARCH}/form.xlsx`)).bytes()
  const { sheets } = await readWorkbook(await (await report(ask, bytes, 'en')).bytes())
  expect(sheets.at(-1)?.name).toBe('To be corrected')
})

it('refuses what an upload refuses: no workbook, and an obligation of somebody else', async () => {
  const ask = await filer()
  expect((await report(ask, new TextEncoder().encode('x;y'))).status).toBe(415)
  const theirs = await otherFiler()
  expect((await report(theirs, new Uint8Array([1]))).status).toBe(404)
})

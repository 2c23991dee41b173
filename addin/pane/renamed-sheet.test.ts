// A person who renames the sheet of the form, or deletes it, while the pane is open; over
// the genuine Excel client library.
import { expect, test } from 'vitest'
import type { Api } from '../api/api.ts'
import { browserPaneStore } from '../api/pane-store.ts'
import { excelHost, runtimeOf } from '../host/excel.ts'
import { MemoryWorkbook } from '../sandbox/memory-workbook.ts'
import { openExcel } from '../sandbox/node-runtime.contract.ts'
import { wireHost } from '../sandbox/wire/wire-host.ts'
import { formOf } from './form-setting.contract.ts'
import { createRunner } from './runner.ts'
import { clock, person } from './step-setting.contract.ts'

async function atForm() {
  const form = formOf('VUONGMAC')
  const { obligation } = form
  const workbook = new MemoryWorkbook()
  const scope = openExcel(wireHost(workbook), '1.14')
  // The server as far as this goes: one obligation with its form, nothing saved.
  const api = {
    signedIn: () => true,
    ...{ me: async () => person, clock: async () => clock, demoAccounts: async () => [] },
    obligations: async () => ({ obligations: [obligation], day: clock.day }),
    ...{ form: async () => form, draft: async () => null, past: async () => ({ periods: [] }) },
    saveDraft: async () => new Promise<never>(() => {}),
  } as unknown as Api
  const runner = createRunner(
    {
      ...{ api, host: excelHost(runtimeOf(scope.Excel, scope.Office), 60_000), kept: browserPaneStore(), now: () => clock.now },
      ...{ stampLine: () => '', asideName: { mine: '', theirs: '', older: () => '' } },
    } as Parameters<typeof createRunner>[0],
    null,
  )
  const at = (what: () => unknown) => expect.poll(what, { timeout: 30_000 })
  runner.dispatch({ type: 'start-asked' })
  await at(() => runner.session().list).not.toBeNull()
  runner.dispatch({ type: 'obligation-chosen', id: obligation.id })
  await at(() => runner.session().work?.form).toBeTruthy()
  runner.dispatch({ type: 'form-asked' })
  await at(() => runner.session().work?.sheet).toBe('VUONGMAC 2025-03')
  await at(() => runner.session().busy).toBeNull()
  return { runner, workbook, at }
}

test('renamed, it is found again and the check goes on under its new name', { timeout: 120_000 }, async () => {
  const { runner, workbook, at } = await atForm()
  workbook.rename('VUONGMAC 2025-03', 'Phiếu của phòng')
  runner.dispatch({ type: 'check-asked' })
  await at(() => runner.session().stage).toBe('findings')
  expect(runner.session()).toMatchObject({ trouble: null, work: { sheet: 'Phiếu của phòng' } })
  // And it is listened to under that name.
  runner.dispatch({ type: 'back' })
  const before = runner.session().work?.filing
  workbook.type('Phiếu của phòng', 'B16', 'III.3.d')
  await at(() => runner.session().work?.filing === before).toBe(false)
})

test('deleted, it is told and can be opened again', { timeout: 120_000 }, async () => {
  const { runner, workbook, at } = await atForm()
  workbook.removeSheet(workbook.sheet('VUONGMAC 2025-03').id)
  runner.dispatch({ type: 'check-asked' })
  await at(() => runner.session().trouble).toMatchObject({ from: 'workbook', code: 'sheet-gone' })
  expect(runner.session()).toMatchObject({ stage: 'obligation', work: { sheet: null } })
  runner.dispatch({ type: 'form-asked' })
  await at(() => runner.session().work?.sheet).toBeTruthy()
})

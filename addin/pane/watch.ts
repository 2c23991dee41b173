// Listens to the sheet of the form at hand, and to no other at a time.
import type { Errand } from './perform.ts'

const CHANGE_MS = 600

export async function watch(sheet: string, errand: Errand): Promise<void> {
  if (errand.watching?.sheet === sheet) return
  await unwatch(errand)
  let timer: ReturnType<typeof setTimeout> | undefined
  const stopChange = await errand.host.onChange(sheet, () => {
    clearTimeout(timer)
    timer = setTimeout(() => errand.dispatch({ type: 'sheet-changed', sheet }), CHANGE_MS)
  })
  const stopSelect = await errand.host.onSelect(sheet, (address) => errand.dispatch({ type: 'cell-selected', sheet, address }))
  errand.watching = { sheet, stop: async () => void (await Promise.all([stopChange(), stopSelect()])) }
}

export async function unwatch(errand: Errand): Promise<void> {
  const { watching } = errand
  errand.watching = null
  await watching?.stop()
}

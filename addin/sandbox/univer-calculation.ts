// Knows whether formulas still have to be calculated: Univer does it a moment
// after a change, Excel before it answers anybody.
import { FormulaDataModel, SetFormulaCalculationNotificationMutation, SetRangeValuesMutation } from '@univerjs/preset-sheets-core'
import type { UniverLink } from './univer-link.ts'

/** A calculation that never reports its end must not stop the pane. */
const PATIENCE = 3000

export class Calculation {
  private readonly link: UniverLink
  private due = false
  private waiting: (() => void)[] = []

  constructor(link: UniverLink) {
    this.link = link
    link.commands.onCommandExecuted(({ id, params }, options) => {
      if (id === SetRangeValuesMutation.id && !options?.onlyLocal) this.due = true
      if (id !== SetFormulaCalculationNotificationMutation.id) return
      const ended = (params as { functionsExecutedState?: number } | undefined)?.functionsExecutedState !== undefined
      if (ended) this.end()
    })
  }

  private end(): void {
    this.due = false
    // Results are written right after the end is told.
    setTimeout(() => {
      for (const go of this.waiting.splice(0)) go()
    }, 0)
  }

  private get hasFormulas(): boolean {
    const sheets = Object.values(this.link.injector.get(FormulaDataModel).getFormulaData()[this.link.unitId] ?? {})
    return sheets.some((rows) => Object.values(rows ?? {}).some((row) => Object.keys(row ?? {}).length > 0))
  }

  done(): Promise<void> {
    if (!this.due || !this.hasFormulas) return Promise.resolve()
    return new Promise((resolve) => {
      this.waiting.push(resolve)
      setTimeout(resolve, PATIENCE)
    })
  }
}

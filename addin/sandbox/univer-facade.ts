// The types of the grid's facade. Its classes are put together by the presets,
// so their types are taken from what the facade answers.
import '@univerjs/preset-sheets-core'
import '@univerjs/preset-sheets-data-validation'
import '@univerjs/preset-sheets-conditional-formatting'
import type { FUniver } from '@univerjs/presets'

export type GridWorkbook = ReturnType<FUniver['createWorkbook']>
export type GridSheet = ReturnType<GridWorkbook['getActiveSheet']>
export type GridRule = ReturnType<ReturnType<FUniver['newDataValidation']>['build']>

// Sorts rows of a form whole, from its hidden ids to the filer's own columns on the
// right: what belongs together stays together. Excel itself refuses to sort over locked cells.
import { withoutProtection } from './excel-protection.ts'
import { codeOf } from './excel-run.ts'
import { HostError, type RowsToSort } from './host.ts'

export const sortRows = async (
  context: Excel.RequestContext,
  name: string,
  { from, to, column, descending }: RowsToSort,
): Promise<void> => {
  const sheet = context.workbook.worksheets.getItem(name)
  const protection = sheet.protection.load('protected,options')
  const used = sheet.getUsedRange(true).load('columnIndex,columnCount')
  await context.sync()
  const rows = sheet.getRangeByIndexes(from - 1, 0, to - from + 1, used.columnIndex + used.columnCount)
  try {
    await withoutProtection(context, protection, protection.protected, () =>
      rows.sort.apply([{ key: column, ascending: !descending }], false, false, 'Rows'),
    )
  } catch (error) {
    // Merged areas can be asked for only from ExcelApi 1.13 on; nothing else is wrong with these arguments.
    throw codeOf(error) === 'InvalidArgument' ? new HostError('merged-cells', error) : error
  }
}

// The code that the system gives to a row: the same in all periods, and no other row of the
// province has it. It follows from the row's id, which is never given twice to an agency.

/** `PL2-STTTT-03` for the third row that the agency added to its list. */
export function rowCode(prefix: string, agency: string, rowId: string): string {
  const added = /^n(\d+)$/.exec(rowId)?.[1]
  return `${prefix}-${agency}-${added === undefined ? rowId : added.padStart(2, '0')}`
}

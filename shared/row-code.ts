// The code that the system gives to a row: the same in all periods, and no other row of the
// province has it. It follows from the row's id, which is never given twice to an agency.

/** "n" and digits. */
function isAdded(rowId: string): boolean {
  if (rowId.length < 2 || rowId.charCodeAt(0) !== 0x6e) return false
  for (let at = 1; at < rowId.length; at++) {
    const code = rowId.charCodeAt(at)
    if (code < 0x30 || code > 0x39) return false
  }
  return true
}

/** `PL2-STTTT-03` for the third row that the agency added to its list. */
export function rowCode(prefix: string, agency: string, rowId: string): string {
  const number = isAdded(rowId) ? rowId.slice(1) : rowId
  return `${prefix}-${agency}-${number.length < 2 && number !== rowId ? `0${number}` : number}`
}

// Cells of one column named shortly: F12–F30, F33. Knows addresses only as letters and a row.

const ADDRESS = /^([A-Z]+)(\d+)$/
const SHOWN = 8

/** In the order given; runs of rows that follow one another become one. */
export function cellList(cells: readonly string[]): string {
  const runs: { from: string; to: string; column: string; row: number }[] = []
  for (const cell of cells) {
    const [, column = cell, digits = '0'] = ADDRESS.exec(cell) ?? []
    const last = runs.at(-1)
    const row = Number(digits)
    if (last && last.column === column && last.row + 1 === row) {
      last.to = cell
      last.row = row
    } else runs.push({ from: cell, to: cell, column, row })
  }
  const shown = runs.slice(0, SHOWN).map(({ from, to }) => (from === to ? from : `${from}–${to}`))
  return shown.join(', ') + (runs.length > SHOWN ? ', …' : '')
}

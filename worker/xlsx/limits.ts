// How much of an uploaded workbook is read at most. Measured against forms of
// a few hundred kilobytes; a hostile file meets these before anything is inflated.
export interface ReadLimits {
  readonly fileBytes: number
  readonly entries: number
  readonly partBytes: number
  readonly totalBytes: number
  /** Inflated size over stored size, judged for parts above one megabyte. */
  readonly ratio: number
  readonly rowsPerSheet: number
  readonly cells: number
  readonly merges: number
}

export const READ_LIMITS: ReadLimits = {
  fileBytes: 15 * 2 ** 20,
  entries: 500,
  partBytes: 64 * 2 ** 20,
  totalBytes: 128 * 2 ** 20,
  ratio: 400,
  rowsPerSheet: 50_000,
  cells: 1_500_000,
  merges: 20_000,
}

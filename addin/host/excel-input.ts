// How a value is handed to Range.values so that Excel stores exactly it: text
// is never taken for a formula, a number or a date (formula injection).

/** The number format of cells that hold text as it stands. */
export const TEXT = '@'

/** Excel takes one apostrophe in front away and stores the rest as text. In a text cell only a leading apostrophe needs it. */
export const asText = (text: string, format: string | undefined): string => {
  if (text === '') return ''
  return format === TEXT && !text.startsWith("'") ? text : `'${text}`
}

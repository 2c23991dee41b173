// Whether Office was dark when the pane was last open: Office says it late, the first
// screen is there before. Null where Office has never said it.
const KEY = 'phu-luc-so.office-dark'

export function keptDarkness(): boolean | null {
  try {
    const kept = localStorage.getItem(KEY)
    return kept === null ? null : kept === 'yes'
  } catch {
    return null
  }
}

export function keepDarkness(dark: boolean | null): void {
  try {
    if (dark === null) localStorage.removeItem(KEY)
    else localStorage.setItem(KEY, dark ? 'yes' : 'no')
  } catch {
    // Storage is forbidden here: the first screen then is as the system is.
  }
}

// Which obligation a link to the portal names: `portal.html#review=THANG.2025-03.STTTT`.

/** Null where the address names none. */
export const linkedObligation = (hash: string): string | null => /^#review=([\w.-]+)$/.exec(hash)?.[1] ?? null

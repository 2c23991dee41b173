// Who acts for an agency that has ended: its heir, or the heir's heir, from the day after
// its last. Knows agencies that ended and nothing else of the register.

/** An agency that ends or has ended. */
export interface Ended {
  readonly code: string
  /** Its last day. */
  readonly validTo: string
  /** Null where nobody took over. */
  readonly heir: string | null
}

/** Who files on a day for what was asked of an agency: itself while it exists, and where nobody took over. Exactly one. */
export function actingFor(ended: readonly Ended[], code: string, day: string): string {
  const passed = new Set<string>()
  let acting = code
  for (;;) {
    const gone = ended.find((one) => one.code === acting && one.validTo < day)
    if (!gone?.heir || passed.has(acting)) return acting
    passed.add(acting)
    acting = gone.heir
  }
}

/** The agencies whose reports an agency files on a day besides its own. */
export const actsAlsoFor = (ended: readonly Ended[], code: string, day: string): string[] =>
  ended.filter((one) => one.code !== code && actingFor(ended, one.code, day) === code).map((one) => one.code)

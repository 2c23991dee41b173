// Longer time for an agency: until a day, with a reason. While it runs beyond the first due
// day nothing is late; after it everything is as if it had been due then.
import * as v from 'valibot'

export const ExtensionGrant = v.strictObject({
  template: v.string(),
  period: v.string(),
  agencies: v.pipe(v.array(v.string()), v.minLength(1), v.maxLength(500)),
  /** The last day on which they are on time. */
  until: v.pipe(v.string(), v.isoDate()),
  reason: v.pipe(v.string(), v.trim(), v.minLength(10), v.maxLength(500)),
})
export type ExtensionGrant = v.InferOutput<typeof ExtensionGrant>

export const ExtensionView = v.strictObject({
  obligationId: v.string(),
  template: v.string(),
  period: v.string(),
  agency: v.string(),
  agencyName: v.nullable(v.string()),
  until: v.string(),
  reason: v.string(),
  /** The first instant that would have been late without. */
  extendedFrom: v.string(),
  grantedAt: v.string(),
  grantedBy: v.nullable(v.string()),
})
export type ExtensionView = v.InferOutput<typeof ExtensionView>

export const ExtensionList = v.strictObject({
  /** The last event of the log that it knows of. */
  asOf: v.number(),
  extensions: v.array(ExtensionView),
})
export type ExtensionList = v.InferOutput<typeof ExtensionList>

// Whether the head of an agency signs before a submission counts: a setting with
// the day from which it holds. `none` is how every agency begins.
import * as v from 'valibot'

export const SignOffSetting = v.strictObject({
  agency: v.string(),
  signsOff: v.picklist(['none', 'required']),
  /** The first day, `YYYY-MM-DD`, on which it holds for what is sent; what was sent before stays as it is. */
  from: v.pipe(v.string(), v.isoDate()),
})
export type SignOffSetting = v.InferOutput<typeof SignOffSetting>

/** Who set it, by name; null: it came with the deployment. */
export const SignOffView = v.strictObject({ id: v.string(), ...SignOffSetting.entries, setAt: v.string(), setBy: v.nullable(v.string()) })
export type SignOffView = v.InferOutput<typeof SignOffView>

export const SignOffList = v.strictObject({
  /** The last event of the log that it knows of. */
  asOf: v.number(),
  signOffs: v.array(SignOffView),
})
export type SignOffList = v.InferOutput<typeof SignOffList>

// Puts a pack into an empty deployment. Its templates go through the same door
// as any other: one that is refused stops the whole pack, and says why.
import { checkTemplate } from '../../shared/check-template.ts'
import type { Pack } from '../../shared/pack.ts'
import { refusalSentence } from '../../shared/text/template-refusal.ts'
import type { Waiver } from '../../shared/waiver.ts'
import type { Parts } from '../parts.ts'
import { writePack } from '../store/plan.ts'
import { hashOfWaiver } from '../store/waivers.ts'

export async function loadPack(parts: Pick<Parts, 'db' | 'clock'>, pack: Pack): Promise<boolean> {
  const refused = pack.templates.flatMap((template) =>
    checkTemplate(template, pack.plan, pack).map((refusal) => `${template.code}: ${refusalSentence(refusal, template, 'en')}`),
  )
  if (refused.length > 0) throw new Error(`The pack ${pack.plan.id} is not loaded.\n${refused.join('\n')}`)
  const waivers = pack.waivers.map((grant, at): Waiver => ({ id: `${pack.plan.id}-${at + 1}`, ...grant }))
  const granted = await Promise.all(waivers.map(async (waiver) => ({ waiver, hash: await hashOfWaiver(waiver), by: null })))
  return writePack(parts.db, pack, parts.clock.now().toISOString(), granted)
}

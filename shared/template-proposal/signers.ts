// Who makes and who signs a form of any kind, from the block below its tables.
import { address } from '../a1.ts'
import type { Bilingual } from '../bilingual.ts'
import { isSigner } from '../takeover/their-rows.ts'
import type { TheirSheet } from '../takeover/their-sheet.ts'
import type { Template } from '../template.ts'
import { foldBare } from '../text/fold.ts'

/** What the product says in English for those who sign most forms. */
const ENGLISH: readonly (readonly [RegExp, string])[] = [
  [/^(?:nguoi )?lap\b/, 'Prepared by'],
  [/^(?:thu truong|lanh dao don vi)/, 'Head of the agency'],
  [/^ke toan/, 'Chief accountant'],
  [/giam doc/, 'Director'],
  [/chu tich/, 'Chairperson'],
]

const inBoth = (text: string): Bilingual => ({ vi: text, en: ENGLISH.find(([said]) => said.test(foldBare(text)))?.[1] ?? '' })

const PREPARER = 'Người lập biểu'

/** In small letters: the form prints capitals. */
const calm = (text: string): string =>
  text === text.toUpperCase() && !/^(?:T\/?M|K\/?T|T\/?L|TUQ)[. ]/.test(text) ? text.charAt(0) + text.slice(1).toLowerCase() : text

export interface Signers {
  readonly signature: Template['signature']
  readonly cell: string
  readonly found: string
}

/** Null where nobody is said to sign. */
export function signersBelow(sheet: TheirSheet, from: number): Signers | null {
  for (const row of sheet.index.rows()) {
    if (row < from) continue
    const texts = sheet.row(row).flatMap(([column]) => {
      const text = sheet.text(row, column).trim()
      return text === '' ? [] : [{ column, text }]
    })
    if (!texts.some(({ text }) => isSigner(text)) || texts.length < sheet.row(row).length) continue
    const [first] = texts
    const last = texts.at(-1)
    if (!first || !last || texts.length < 2) continue
    // To whom copies go stands where others have who made it.
    const preparer = /^nơi nhận/iu.test(first.text) ? PREPARER : calm(first.text)
    const signature = { preparer: inBoth(preparer), signer: inBoth(calm(last.text)) }
    return { signature, cell: address(row, first.column), found: texts.map(({ text }) => text).join(' · ') }
  }
  return null
}

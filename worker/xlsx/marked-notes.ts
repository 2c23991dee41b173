// Notes at cells: the comments part with the texts, and the drawing that Excel
// wants for their boxes. Only ever made whole; notes of others are left alone.
import { parseAddress } from '../../shared/a1.ts'
import type { FindingMark } from '../../shared/sheet/finding-report.ts'
import { textXml } from './cell-text.ts'

export const NOTE_AUTHOR = 'Phụ lục số'

/** More notes than this make a sheet that nobody can read; the list has them all. */
const MOST_NOTES = 500

const noted = (marks: readonly FindingMark[]) => marks.slice(0, MOST_NOTES)

export function commentsPart(marks: readonly FindingMark[], namespace: string): string {
  const comments = noted(marks).map(
    ({ cell, sentences }) =>
      `<comment ref="${cell}" authorId="0"><text><r><t xml:space="preserve">${textXml(sentences.join('\n'))}</t></r></text></comment>`,
  )
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><comments xmlns="${namespace}"><authors><author>${NOTE_AUTHOR}</author></authors><commentList>${comments.join('')}</commentList></comments>`
}

/** Whether every note of a comments part is ours. */
export function areOurs(comments: string): boolean {
  const authors = [...comments.matchAll(/<(?:\w+:)?author>([^<]*)<\/(?:\w+:)?author>/g)].map(([, author]) => author)
  return authors.length > 0 && authors.every((author) => author === NOTE_AUTHOR)
}

export function drawingPart(marks: readonly FindingMark[]): string {
  const shapes = noted(marks).map(({ cell, sentences }, at) => {
    const { row, column } = parseAddress(cell)!
    const height = Math.min(12, 2 + Math.ceil(sentences.join('\n').length / 34))
    const anchor = [column + 1, 12, Math.max(0, row - 1), 4, column + 4, 12, row + height, 4].join(', ')
    return [
      `<v:shape id="_x0000_s${1025 + at}" type="#_x0000_t202" style="position:absolute;margin-left:60pt;margin-top:2pt;width:200pt;height:${height * 15}pt;z-index:${at + 1};visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto">`,
      '<v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/><v:textbox style="mso-direction-alt:auto"/>',
      `<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>${anchor}</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>${row}</x:Row><x:Column>${column}</x:Column></x:ClientData></v:shape>`,
    ].join('')
  })
  return [
    '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel">',
    '<o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="1"/></o:shapelayout>',
    '<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>',
    ...shapes,
    '</xml>',
  ].join('')
}

// The sheet that lists findings, as the XML of a worksheet: one row each, with a
// link to the cell. Texts are texts, whatever they begin with.
import { quoteSheet } from '../../shared/a1.ts'
import type { FindingReport } from '../../shared/sheet/finding-report.ts'
import { lines } from '../../shared/sheet/text-height.ts'
import { textXml } from './cell-text.ts'
import { REPORT_LOOKS } from './marked-styles.ts'
import { xmlText } from './xml-splice.ts'

const WIDTHS = [6, 12, 9, 28, 90, 28]
const HEAD_AT = 4
const POINTS_PER_LINE = 16
const HIGHEST = 400

type Look = (typeof REPORT_LOOKS)[number]

export function reportSheet(report: FindingReport, firstLook: number, namespace: string): string {
  const style = (look: Look) => firstLook + REPORT_LOOKS.indexOf(look)
  const cell = (column: number, row: number, text: string, look: Look) =>
    `<c r="${'ABCDEF'[column]}${row}" s="${style(look)}" t="inlineStr"><is><t xml:space="preserve">${textXml(text)}</t></is></c>`
  const row = (at: number, texts: readonly string[], looks: readonly Look[]) => {
    const high = Math.max(...texts.map((text, column) => lines(text, WIDTHS[column] ?? 10, 12)))
    const cells = texts.map((text, column) => cell(column, at, text, looks[column] ?? 'text'))
    return `<row r="${at}" ht="${Math.min(HIGHEST, high * POINTS_PER_LINE + 4)}" customHeight="1">${cells.join('')}</row>`
  }
  const body = report.lines.map((line, at) =>
    row(
      HEAD_AT + 1 + at,
      [String(at + 1), line.severity, line.target?.cell ?? '', line.label, line.sentence, line.fix],
      ['number', 'number', line.target ? 'link' : 'number', 'text', 'text', 'text'],
    ),
  )
  const links = report.lines.flatMap(({ target }, at) =>
    target
      ? [
          `<hyperlink ref="C${HEAD_AT + 1 + at}" location="${xmlText(`${quoteSheet(target.sheet)}!${target.cell}`)}" display="${target.cell}"/>`,
        ]
      : [],
  )
  const rows = [
    `<row r="1" ht="22" customHeight="1">${cell(0, 1, report.title, 'title')}</row>`,
    `<row r="2" ht="34" customHeight="1">${cell(0, 2, report.summary, 'summary')}</row>`,
    row(HEAD_AT, report.head, Array<Look>(report.head.length).fill('head')),
    ...body,
  ]
  return [
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><worksheet xmlns="${namespace}">`,
    '<sheetPr><tabColor rgb="FFC00000"/><pageSetUpPr fitToPage="1"/></sheetPr>',
    `<sheetViews><sheetView workbookViewId="0" showGridLines="0"><pane ySplit="${HEAD_AT}" topLeftCell="A${HEAD_AT + 1}" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>`,
    `<cols>${WIDTHS.map((width, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`).join('')}</cols>`,
    `<sheetData>${rows.join('')}</sheetData><mergeCells count="2"><mergeCell ref="A1:F1"/><mergeCell ref="A2:F2"/></mergeCells>`,
    links.length > 0 ? `<hyperlinks>${links.join('')}</hyperlinks>` : '',
    '<pageMargins left="0.6" right="0.6" top="0.8" bottom="0.8" header="0.4" footer="0.3"/><pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/></worksheet>',
  ].join('')
}

// Workbooks whose zip is right and whose parts are not, each with the refusal
// that it must meet; and odd ones that are read all the same.
import type { HostileFile } from './hostile-containers.ts'
import {
  contentTypesXml,
  MAIN,
  ONE_CELL,
  relation,
  relationshipsXml,
  sheetXml,
  stringsXml,
  stylesXml,
  type WorkbookFile,
  workbookFile,
} from './workbook-file.ts'

type Case = readonly [name: string, file: HostileFile['file'], code: HostileFile['code']]

/** What is long is made when the file is asked for. */
type Lazy = string | (() => string)
const made = (xml: Lazy): string => (typeof xml === 'string' ? xml : xml())

const sheet =
  (data: Lazy, after: Lazy = '') =>
  () =>
    workbookFile({ sheets: { Biểu: sheetXml(made(data), made(after)) } })
const raw = (xml: string | Uint8Array) => () => workbookFile({ parts: { 'xl/worksheets/sheet1.xml': xml } })
const cell = (content: Lazy, attributes = '') => sheet(() => `<row r="1"><c r="A1"${attributes}>${made(content)}</c></row>`)
const withParts = (parts: WorkbookFile | (() => WorkbookFile)) => () => workbookFile(typeof parts === 'function' ? parts() : parts)
const repeat = (count: number, piece: (at: number) => string): string => {
  const pieces: string[] = []
  for (let at = 1; at <= count; at++) pieces.push(piece(at))
  return pieces.join('')
}
const related = (target: string, more = '', kind = 'worksheet') => ({
  parts: { 'xl/_rels/workbook.xml.rels': relationshipsXml([relation('rId1', kind, target, more)]) },
})
const laughs = `<!DOCTYPE x [<!ENTITY a "ha">${repeat(9, (at) => `<!ENTITY a${at} "${`&a${at === 1 ? '' : at - 1};`.repeat(10)}">`)}]>`
const notUtf8 = () => {
  const bytes = new TextEncoder().encode(ONE_CELL.replace('<v>1</v>', '<v>@</v>'))
  bytes[bytes.indexOf(64)] = 0xff
  return workbookFile({ parts: { 'xl/worksheets/sheet1.xml': bytes } })
}

const recordXml = (at: number) => {
  const facts = {
    product: 'phu-luc-so',
    identity: `THANG|1|A${at}|2025-03|x`,
    sheet: 'none',
    titles: repeat(2_000, (title) => `${title} | `),
  }
  const line = ([key, value]: [string, string]) =>
    `<row>${[key, value].map((text) => `<c t="inlineStr"><is><t>${text}</t></is></c>`).join('')}</row>`
  return sheetXml(Object.entries(facts).map(line).join(''))
}

const PACKAGE: readonly Case[] = [
  ['macros', withParts({ parts: { 'xl/vbaProject.bin': 'x' } }), 'macro'],
  [
    'the content type of a workbook with macros',
    withParts({ parts: { '[Content_Types].xml': contentTypesXml('application/vnd.ms-excel.sheet.macroEnabled.main+xml') } }),
    'macro',
  ],
  ['a sheet of Excel 4 macros', withParts({ parts: { 'xl/macrosheets/sheet1.xml': 'x' } }), 'macro'],
  ['links to other workbooks', withParts({ parts: { 'xl/externalLinks/externalLink1.xml': 'x' } }), 'external-links'],
  [
    'links to other workbooks under another path',
    withParts({
      parts: {
        'xl/_rels/workbook.xml.rels': relationshipsXml([
          relation('rId1', 'worksheet', 'worksheets/sheet1.xml'),
          relation('rId2', 'externalLink', 'other.xml'),
        ]),
      },
    }),
    'external-links',
  ],
  ['a sheet that lies on a server', withParts(related('https://example.com/sheet1.xml', ' TargetMode="External"')), 'external-links'],
  ['a sheet outside of the package', withParts(related('../../../etc/passwd')), 'part-missing'],
  ['a sheet whose part is missing', withParts({ parts: { 'xl/worksheets/sheet1.xml': null } }), 'part-missing'],
  ['a sheet that no relationship leads to', withParts({ parts: { 'xl/_rels/workbook.xml.rels': null } }), 'part-missing'],
  ['no workbook part', withParts({ parts: { 'xl/workbook.xml': null } }), 'part-missing'],
  ['no content types', withParts({ parts: { '[Content_Types].xml': null } }), 'not-xlsx'],
  ['content types that know no workbook', withParts({ parts: { '[Content_Types].xml': contentTypesXml('text/plain') } }), 'not-xlsx'],
  ['a workbook part that is none', withParts({ parts: { 'xl/workbook.xml': ONE_CELL } }), 'not-xlsx'],
  ['a workbook without sheets', withParts({ sheets: {} }), 'broken-xml'],
  ['two sheets of the same name', withParts({ sheets: { Biểu: ONE_CELL, BIỂU: ONE_CELL } }), 'broken-xml'],
  [
    'two sheets on the same part',
    withParts({
      sheets: { A: ONE_CELL, B: ONE_CELL },
      parts: {
        'xl/_rels/workbook.xml.rels': relationshipsXml([1, 2].map((id) => relation(`rId${id}`, 'worksheet', 'worksheets/sheet1.xml'))),
      },
    }),
    'broken-xml',
  ],
  [
    'too many sheets',
    withParts({ sheets: Object.fromEntries(Array.from({ length: 201 }, (_, index) => [`B${index}`, ONE_CELL])) }),
    'too-many-sheets',
  ],
  [
    'too many names',
    withParts(() => ({
      after: `<definedNames>${repeat(10_001, (at) => `<definedName name="_pls_form_${at}">1</definedName>`)}</definedNames>`,
    })),
    'too-many-names',
  ],
]

const XML: readonly Case[] = [
  ['a billion laughs', raw(ONE_CELL.replace('<worksheet', `${laughs}<worksheet`)), 'document-type'],
  [
    'an external entity',
    raw(ONE_CELL.replace('<worksheet', '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><worksheet')),
    'document-type',
  ],
  [
    'an external document type in the strings',
    withParts({ strings: '<!DOCTYPE sst SYSTEM "http://example.com/x.dtd"><sst/>' }),
    'document-type',
  ],
  ['an entity of its own', cell('<is><t>&xxe;</t></is>', ' t="inlineStr"'), 'broken-xml'],
  ['an entity without an end', cell('<is><t>A & B</t></is>', ' t="inlineStr"'), 'broken-xml'],
  ['the character 0 by number', cell('<is><t>&#0;</t></is>', ' t="inlineStr"'), 'broken-xml'],
  ['half a surrogate by number', cell('<is><t>&#xD800;</t></is>', ' t="inlineStr"'), 'broken-xml'],
  ['a character beyond Unicode', cell('<is><t>&#x110000;</t></is>', ' t="inlineStr"'), 'broken-xml'],
  ['the character 0', cell('<is><t>a\0b</t></is>', ' t="inlineStr"'), 'broken-xml'],
  ['bytes that are no UTF-8', notUtf8, 'broken-xml'],
  ['elements nested a hundred thousand deep', sheet('', () => '<x>'.repeat(100_000)), 'broken-xml'],
  ['a tag of a megabyte', sheet('', () => `<x a="${'a'.repeat(1_000_000)}"/>`), 'broken-xml'],
  ['a thousand attributes', sheet('', `<x ${repeat(1_000, (at) => `a${at}="" `)}/>`), 'broken-xml'],
  ['a comment without an end', sheet('', '<!-- '), 'broken-xml'],
  ['a part that is cut', raw(ONE_CELL.slice(0, -20)), 'broken-xml'],
  ['a part that is empty', raw(''), 'broken-xml'],
  ['tags that cross', sheet('<row r="1"><c r="A1"><v>1</c></v></row>'), 'broken-xml'],
  ['two roots', raw(`${ONE_CELL}<worksheet/>`), 'broken-xml'],
  ['text outside of the root', raw(`${ONE_CELL}x`), 'broken-xml'],
  ['an attribute twice', sheet('<row r="1" r="2"/>'), 'broken-xml'],
  ['an attribute without quotes', sheet('<row r=1/>'), 'broken-xml'],
  ['a namespace that is not that of sheets', raw(ONE_CELL.replace(MAIN, 'urn:other')), 'broken-xml'],
  ['an element inside a value', cell('<v>1<x/>2</v>'), 'broken-xml'],
  ['data twice', raw(ONE_CELL.replace('</worksheet>', '<sheetData/></worksheet>')), 'broken-xml'],
]

const CELLS: readonly Case[] = [
  ['row 99999999', sheet('<row r="99999999"><c r="A99999999"><v>1</v></c></row>'), 'broken-xml'],
  ['row 0', sheet('<row r="0"/>'), 'broken-xml'],
  ['row -1', sheet('<row r="-1"/>'), 'broken-xml'],
  ['row 1e3', sheet('<row r="1e3"/>'), 'broken-xml'],
  ['column ZZZZZ', sheet('<row r="1"><c r="ZZZZZ1"><v>1</v></c></row>'), 'broken-xml'],
  ['column XFE, one past the last', sheet('<row r="1"><c r="XFE1"><v>1</v></c></row>'), 'broken-xml'],
  ['a cell of another row', sheet('<row r="1"><c r="A2"><v>1</v></c></row>'), 'broken-xml'],
  ['a cell twice', sheet('<row r="1"><c r="A1"><v>1</v></c><c r="A1"><v>2</v></c></row>'), 'broken-xml'],
  ['a row twice', sheet('<row r="1"><c r="A1"><v>1</v></c></row><row r="1"><c r="A1"><v>2</v></c></row>'), 'broken-xml'],
  ['the number 1e999', cell('<v>1e999</v>'), 'broken-xml'],
  ['the number NaN', cell('<v>NaN</v>'), 'broken-xml'],
  ['the number 0x10', cell('<v>0x10</v>'), 'broken-xml'],
  ['the number 1,5', cell('<v>1,5</v>'), 'broken-xml'],
  ['the boolean 2', cell('<v>2</v>', ' t="b"'), 'broken-xml'],
  ['the date 31 February', cell('<v>yesterday</v>', ' t="d"'), 'broken-xml'],
  ['a type that is none', cell('<v>1</v>', ' t="__proto__"'), 'broken-xml'],
  ['a string that is not in the table', cell('<v>7</v>', ' t="s"'), 'broken-xml'],
  ['a string at -1', cell('<v>-1</v>', ' t="s"'), 'broken-xml'],
  ['a string at __proto__', cell('<v>__proto__</v>', ' t="s"'), 'broken-xml'],
  [
    'three million cells that hold nothing',
    sheet(() => repeat(300_000, (at) => `<row r="${at}">${'<c s="0"/>'.repeat(10)}</row>`)),
    'too-many-cells',
  ],
  [
    'a style that is not in the table',
    withParts({ styles: stylesXml('', '<xf/>'), sheets: { Biểu: sheetXml('<row r="1"><c r="A1" s="4"><v>1</v></c></row>') } }),
    'broken-xml',
  ],
  [
    'a million merges',
    sheet('', () => `<mergeCells>${repeat(1_000_000, (at) => `<mergeCell ref="A${at}:B${at}"/>`)}</mergeCells>`),
    'too-many-merges',
  ],
  ['too many rows', sheet(() => repeat(20_001, (at) => `<row r="${at}"><c r="A${at}"><v>1</v></c></row>`)), 'too-many-rows'],
  ['too many cells', sheet(() => repeat(19_000, (at) => `<row r="${at}">${'<c><v>1</v></c>'.repeat(16)}</row>`)), 'too-many-cells'],
  [
    'strings of 17 MB',
    withParts(() => ({ strings: stringsXml(repeat(200_000, (at) => `<si><t>${String(at).padEnd(70, 'ế')}</t></si>`)) })),
    'zip-bomb',
  ],
  [
    'a formula of 8,000 characters shared by 20,000 cells',
    sheet(
      () =>
        `<row><c><f t="shared" si="0">${'A1+'.repeat(2_600)}1</f></c></row>${'<row><c><f t="shared" si="0"/></c></row>'.repeat(19_000)}`,
    ),
    'zip-bomb',
  ],
]

const ODD: readonly Case[] = [
  ['a million rows without a cell', sheet(() => repeat(1_000_000, (at) => `<row r="${at}"/>`)), null],
  ['two million cells without a value', sheet(() => repeat(200_000, (at) => `<row r="${at}">${'<c s="0"/>'.repeat(10)}</row>`)), null],
  ['a million hidden rows', sheet(() => repeat(1_000_000, (at) => `<row r="${at}" hidden="1"/>`)), null],
  [
    'half a million strings that no cell has',
    withParts(() => ({ strings: stringsXml(repeat(500_000, (at) => `<si><t>${at}</t></si>`)) })),
    null,
  ],
  ['one cell in the last corner', sheet('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'), null],
  [
    'names of the prototype',
    withParts({
      sheets: new Map([
        ['__proto__', ONE_CELL],
        ['constructor', ONE_CELL],
      ]),
      after: '<definedNames><definedName name="__proto__">1</definedName><definedName name="toString">2</definedName></definedNames>',
      strings: stringsXml('<si><t>__proto__</t></si>'),
    }),
    null,
  ],
  [
    'ten thousand names that say they are forms',
    withParts(() => ({
      after: `<definedNames>${repeat(9_900, (at) => `<definedName name="_pls_form_X${at}">"THANG|1|STTTT|2025-03|${at}"</definedName>`)}</definedNames>`,
    })),
    null,
  ],
  [
    'a hundred sheets that say they are the record of a form',
    withParts(() => ({
      sheets: Object.fromEntries([
        ['Dữ liệu', sheetXml(repeat(15_000, (at) => `<row r="${at}"><c t="inlineStr"><is><t>Nhiệm vụ số ${at}</t></is></c></row>`))],
        ...Array.from({ length: 100 }, (_, at) => [`R${at}`, recordXml(at)]),
      ]),
    })),
    null,
  ],
  ['a comment of ten megabytes', sheet('', () => `<!--${repeat(500_000, (at) => `${at} -- x - > ]]&gt; `)}-->`), null],
  ['a text of a megabyte', cell(() => `<is><t>${repeat(150_000, (at) => `&#${64 + (at % 60)};`)}</t></is>`, ' t="inlineStr"'), null],
]

export const HOSTILE_PARTS: readonly HostileFile[] = [PACKAGE, XML, CELLS, ODD].flat().map(([name, file, code]) => ({ name, file, code }))

// What Excel, LibreOffice, Google, WPS, openpyxl and their like write is read as
// they mean it. Their shapes are written here by code, part by part.
import { describe, expect, it } from 'vitest'
import type { GridCell } from '../../shared/sheet/grid.ts'
import { bytesOf, joined } from '../testing/raw-zip.ts'
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
} from '../testing/workbook-file.ts'
import { readWorkbook } from './read.ts'

const read = (file: WorkbookFile) => readWorkbook(workbookFile(file))
const cellsOf = async (file: WorkbookFile): Promise<Record<string, GridCell>> =>
  Object.fromEntries((await read(file)).sheets.flatMap(({ cells }) => [...cells]))
const cellsIn = (data: string, file: WorkbookFile = {}) => cellsOf({ sheets: { Biểu: sheetXml(data) }, ...file })
const valuesIn = async (data: string, file: WorkbookFile = {}) =>
  Object.fromEntries(Object.entries(await cellsIn(data, file)).map(([at, { value }]) => [at, value]))

const ONE = { A1: { value: 1 } }

describe('a zip', () => {
  it.each([
    ['of zip64', { entry: () => ({ zip64: true }), end: { zip64: true } }],
    ['whose sizes follow the bytes, as when it is written as a stream', { entry: () => ({ descriptor: true }) }],
    ['that stores without deflating', { entry: () => ({ deflated: false }) }],
    ['with a comment', { end: { comment: bytesOf('WPS Office') } }],
    ['with an entry for a folder', { more: [{ path: 'xl/', content: '', deflated: false }] }],
    ['with backslashes, as old .NET writes', { parts: { 'xl/worksheets/sheet1.xml': null, 'xl\\worksheets\\sheet1.xml': ONE_CELL } }],
    ['with pictures, which nobody inflates', { more: [{ path: 'xl/media/image1.bmp', content: new Uint8Array(9_000_000) }] }],
  ] satisfies [string, WorkbookFile][])('%s is read', async (_, file) => {
    expect(await cellsOf(file)).toEqual(ONE)
  })
})

describe('a part', () => {
  const utf16 = (text: string, little: boolean): Uint8Array => {
    const bytes = new Uint8Array(text.length * 2 + 2)
    const view = new DataView(bytes.buffer)
    view.setUint16(0, 0xfeff, little)
    for (let at = 0; at < text.length; at++) view.setUint16(at * 2 + 2, text.charCodeAt(at), little)
    return bytes
  }
  const vietnamese = sheetXml('<row r="1"><c r="A1" t="inlineStr"><is><t>Sở Nội vụ – đã gửi</t></is></c></row>')
  const inPart = (content: string | Uint8Array) => cellsOf({ parts: { 'xl/worksheets/sheet1.xml': content } })

  it('with a byte order mark, or in UTF-16, is read', async () => {
    const expected = { A1: { value: 'Sở Nội vụ – đã gửi' } }
    expect(await inPart(joined(new Uint8Array([0xef, 0xbb, 0xbf]), bytesOf(vietnamese)))).toEqual(expected)
    expect(await inPart(utf16(vietnamese, true))).toEqual(expected)
    expect(await inPart(utf16(vietnamese, false))).toEqual(expected)
  })

  it('with a prefix on every element is read', async () => {
    const prefixed = ONE_CELL.replace('xmlns=', 'xmlns:x=').replace(/<(\/?)(?=[a-z])/g, '<$1x:')
    expect(prefixed).toContain('<x:c r="A1"><x:v>1</x:v></x:c>')
    expect(await inPart(prefixed)).toEqual(ONE)
  })

  it('of the strict form is read, its dates as numbers', async () => {
    const strict = sheetXml('<row r="1"><c r="A1" t="d"><v>2025-03-20T12:00:00</v></c><c r="B1" t="d"><v>2025-03-20</v></c></row>')
    const cells = await inPart(strict.replace(MAIN, 'http://purl.oclc.org/ooxml/spreadsheetml/main'))
    expect(cells).toEqual({ A1: { value: 45_736.5 }, B1: { value: 45_736 } })
  })

  it('written with blanks and line ends between its tags is read', async () => {
    const airy = ONE_CELL.replace(/></g, '>\r\n  <').replace('<v>1</v>', '<v>\r\n 1 </v>').replace('r="A1"', " r = 'A1' ")
    expect(await inPart(airy)).toEqual(ONE)
  })

  it('with comments, processing instructions and foreign elements is read past them', async () => {
    const extra = '<!-- <c r="A1"> --><?mso x?><x14ac:c xmlns:x14ac="urn:x" r="B1"><x14ac:v>9</x14ac:v></x14ac:c>'
    const after = '<extLst><ext><x14:c xmlns:x14="urn:x"><f>A1</f><v>7</v></x14:c></ext></extLst>'
    expect(await cellsOf({ sheets: { Biểu: sheetXml(`<row r="1">${extra}<c r="A1"><v>1</v></c></row>`, after) } })).toEqual(ONE)
  })
})

describe('a cell', () => {
  it('holds a shared string: plain, in runs, without its guides to pronunciation', async () => {
    const strings = stringsXml(
      '<si><t>một</t></si><si><r><rPr><b/></rPr><t xml:space="preserve">hai </t></r><r><t>ba</t></r></si><si><t>漢字</t><rPh sb="0" eb="2"><t>かんじ</t></rPh><phoneticPr fontId="1"/></si><si/><si><t xml:space="preserve">  thụt  </t></si>',
    )
    const data = `<row r="1">${[0, 1, 2, 3, 4].map((index) => `<c t="s"><v>${index}</v></c>`).join('')}</row>`
    expect(await valuesIn(data, { strings })).toEqual({ A1: 'một', B1: 'hai ba', C1: '漢字', E1: '  thụt  ' })
  })

  it('holds a string of its own, in runs too, with escapes and entities resolved once', async () => {
    const inline = (text: string) => `<c t="inlineStr"><is>${text}</is></c>`
    const data = [
      inline('<t>A &amp;amp; B</t>'),
      inline('<r><t>một </t></r><r><rPr/><t>hai</t></r>'),
      inline('<t>dòng 1_x000D_\ndòng 2&#10;3&#x1F600;</t>'),
      inline('<t>_x005F_x000D_ &lt;b&gt;</t>'),
      inline('<t><![CDATA[a < b & c]]></t>'),
      inline('<t></t>'),
    ]
    expect(await valuesIn(`<row r="1">${data.join('')}</row>`)).toEqual({
      ...{ A1: 'A &amp; B', B1: 'một hai', C1: 'dòng 1\r\ndòng 2\n3😀', D1: '_x000D_ <b>', E1: 'a < b & c' },
    })
  })

  it('holds numbers exactly as Excel stores them', async () => {
    const written = [
      '0',
      '-1.5',
      '.5',
      '5.',
      '+7',
      '1E+20',
      '1.7E-5',
      '322799',
      '0.1',
      '123456789012345',
      '1234567890123456789',
      '0.30000000000000004',
      '-0',
      '99999999999999.9',
      '4.35',
    ]
    const data = `<row r="1">${written.map((number) => `<c><v>${number}</v></c>`).join('')}</row>`
    expect(Object.values(await valuesIn(data))).toEqual(written.map((number) => Number(number) || 0))
  })

  it('holds booleans, errors, and numbers that are text', async () => {
    const data =
      '<row r="1"><c t="b"><v>1</v></c><c t="b"><v>0</v></c><c t="e"><v>#N/A</v></c><c t="str"><v>0123</v></c><c t="inlineStr"><is><t>1.234,5</t></is></c></row>'
    expect(await cellsIn(data)).toEqual({
      A1: { value: true },
      B1: { value: false },
      C1: { value: '#N/A', error: true },
      D1: { value: '0123' },
      E1: { value: '1.234,5' },
    })
  })

  it('holds a formula with its result, or without one, as openpyxl leaves it', async () => {
    const data =
      '<row r="1"><c><f>1-1</f><v>0</v></c><c t="str"><f>IF(A1="","",1)</f><v></v></c><c><f>SUM(A1:A9)</f></c><c t="e"><f>1/0</f><v>#DIV/0!</v></c><c><f t="array" ref="E1:E2">A1:A2*2</f><v>4</v></c><c><f ca="1"/><v>3</v></c></row>'
    expect(await cellsIn(data)).toEqual({
      A1: { value: 0, formula: '=1-1' },
      B1: { value: '', formula: '=IF(A1="","",1)' },
      C1: { value: '', formula: '=SUM(A1:A9)' },
      D1: { value: '#DIV/0!', error: true, formula: '=1/0' },
      E1: { value: 4, formula: '=A1:A2*2' },
      F1: { value: 3, formula: '=' },
    })
  })

  it('shares a formula, which moves with the cell', async () => {
    const shared = `G2*$H2+LOG10(A$1)&amp;"G2"&amp;'A1 B2'!C3+Tên_G2+Bảng[G2]`
    const data = `<row r="2"><c r="J2"><f t="shared" ref="J2:K3" si="0">${shared}</f><v>1</v></c></row><row r="3"><c r="J3"><f t="shared" si="0"/><v>2</v></c><c r="K3"><f t="shared" si="0"/><v>3</v></c></row>`
    const cells = await cellsIn(data)
    expect(cells.J3?.formula).toBe(`=G3*$H3+LOG10(A$1)&"G2"&'A1 B2'!C4+Tên_G2+Bảng[G2]`)
    expect(cells.K3?.formula).toBe(`=H3*$H3+LOG10(B$1)&"G2"&'A1 B2'!D4+Tên_G2+Bảng[G2]`)
  })

  it('bears its number format, built in or its own, and a legacy font', async () => {
    const styles = stylesXml(
      '<numFmt numFmtId="164" formatCode="dd/mm/yyyy"/>',
      '<xf/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="10"/><xf numFmtId="49"/><xf fontId="1"/>',
      '<font><name val="Times New Roman"/></font><font><name val=".VnTime"/></font>',
    )
    const data = `<row r="1">${[0, 1, 2, 3, 4, 5].map((style) => `<c s="${style}"><v>1</v></c>`).join('')}</row>`
    expect(await cellsIn(data, { styles })).toEqual({
      A1: { value: 1 },
      B1: { value: 1, format: 'm/d/yyyy' },
      C1: { value: 1, format: 'dd/mm/yyyy' },
      D1: { value: 1, format: '0.00%' },
      E1: { value: 1, format: '@' },
      F1: { value: 1, font: '.VnTime' },
    })
  })

  it('and its row may go without an address', async () => {
    const data = '<row><c><v>1</v></c><c r="C1"><v>2</v></c><c><v>3</v></c></row><row r="5"><c><v>4</v></c></row><row><c><v>5</v></c></row>'
    expect(await valuesIn(data)).toEqual({ A1: 1, C1: 2, D1: 3, A5: 4, A6: 5 })
  })

  it('is read the same wherever its bytes are parted', async () => {
    const long = 'Đẩy mạnh chuyển đổi số 🙂 &amp; cải cách hành chính; '.repeat(9_000)
    const data = `<row r="1"><c t="inlineStr"><is><t>${long}</t></is></c><c><v>12.5</v></c></row>${'<row><c><v>1</v></c></row>'.repeat(9_000)}`
    const cells = await cellsIn(data)
    expect(cells.A1?.value).toBe(long.replaceAll('&amp;', '&'))
    expect(cells.B1?.value).toBe(12.5)
    expect(Object.keys(cells)).toHaveLength(9_002)
  })
})

describe('a workbook', () => {
  it('says names of every scope, hidden sheets and rows, merges, and the date system', async () => {
    const grid = await read({
      before: '<workbookPr date1904="1"/>',
      after:
        '<definedNames><definedName name="_pls_keys" hidden="1">\'Biểu &amp; số\'!$A$1</definedName><definedName name="Vùng" localSheetId="0">Biểu!$B$2</definedName><definedName name="_xlnm.Print_Titles" localSheetId="0">x</definedName></definedNames>',
      sheets: {
        'Biểu & số': sheetXml(
          '<row r="3" hidden="1"><c r="A3"><v>1</v></c></row><row r="4" hidden="true"/>',
          '<mergeCells count="1"><mergeCell ref="A1:C2"/></mergeCells>',
        ),
      },
    })
    expect(grid.date1904).toBe(true)
    expect(grid.names).toEqual([
      { name: '_pls_keys', ref: "'Biểu & số'!$A$1" },
      { name: 'Vùng', ref: 'Biểu!$B$2' },
    ])
    expect(grid.sheets).toMatchObject([{ name: 'Biểu & số', visibility: 'visible', merges: ['A1:C2'], hiddenRows: new Set([3, 4]) }])
  })

  it('finds its parts wherever the relationships lead: absolute, relative, under any name', async () => {
    for (const target of [
      '/xl/Trang/du-lieu.xml',
      'Trang/du-lieu.xml',
      './Trang/../Trang/du-lieu.xml',
      '\\xl\\Trang\\du-lieu.xml',
      'Trang/du%2Dlieu.xml',
    ]) {
      const cells = await cellsOf({
        parts: {
          'xl/worksheets/sheet1.xml': null,
          'xl/trang/DU-LIEU.xml': ONE_CELL,
          'xl/_rels/workbook.xml.rels': relationshipsXml([relation('rId1', 'worksheet', target)]),
        },
      })
      expect(cells).toEqual(ONE)
    }
  })

  it('may have its main part under another name, chart sheets, comments and links to the web', async () => {
    const grid = await read({
      parts: {
        '[Content_Types].xml': contentTypesXml().replace('/xl/workbook.xml', '/office/book.xml'),
        '_rels/.rels': relationshipsXml([
          relation('a', 'extended-properties', 'docProps/app.xml'),
          relation('b', 'officeDocument', '/office/book.xml'),
        ]),
        'office/book.xml': `<workbook xmlns="${MAIN}" xmlns:k="http://purl.oclc.org/ooxml/officeDocument/relationships"><sheets><sheet name="Biểu đồ" k:id="c"/><sheet name="Biểu" state="veryHidden" k:id="d"/></sheets></workbook>`,
        'office/_rels/book.xml.rels': relationshipsXml([relation('c', 'chartsheet', 'chart.xml'), relation('d', 'worksheet', 'data.xml')]),
        'office/data.xml': ONE_CELL.replace('</worksheet>', '<hyperlinks/><legacyDrawing/></worksheet>'),
        'office/_rels/data.xml.rels': relationshipsXml([
          relation('h', 'hyperlink', 'https://example.com', ' TargetMode="External"'),
          relation('k', 'comments', '../xl/comments1.xml'),
        ]),
        'xl/comments1.xml': '<comments/>',
      },
    })
    expect(grid.sheets.map(({ name, visibility, cells }) => [name, visibility, cells.size])).toEqual([['Biểu', 'very-hidden', 1]])
  })

  it('from a template or without styles and strings is read', async () => {
    const template = contentTypesXml('application/vnd.openxmlformats-officedocument.spreadsheetml.template.main+xml')
    expect(await cellsOf({ parts: { '[Content_Types].xml': template } })).toEqual(ONE)
  })

  it('whose content types say by the ending alone what the workbook is, is read', async () => {
    const types =
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>'
    expect(await cellsOf({ parts: { '[Content_Types].xml': types } })).toEqual(ONE)
  })
})

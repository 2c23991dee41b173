// A workbook as long as one wants, with the mixture of cells that forms have:
// texts shared and inline, numbers, money, dates, percents, choices. The same in every run.
import { sheetXml, stringsXml, stylesXml, workbookFile } from './workbook-file.ts'

const STATES = ['Chưa triển khai', 'Đang thực hiện', 'Hoàn thành', 'Quá hạn'].map((text) => `<si><t>${text}</t></si>`)
const OFTEN = 997

const STYLES = stylesXml(
  '<numFmt numFmtId="164" formatCode="dd/mm/yyyy"/><numFmt numFmtId="165" formatCode="#,##0.###"/>',
  '<xf/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="9"/><xf numFmtId="49"/>',
)

function rowXml(row: number): string {
  const shared = (column: string, index: number) => `<c r="${column}${row}" s="4" t="s"><v>${index}</v></c>`
  const number = (column: string, style: number, value: number | string) => `<c r="${column}${row}" s="${style}"><v>${value}</v></c>`
  return [
    `<row r="${row}" spans="1:15" ht="18" customHeight="1">`,
    number('A', 0, row),
    shared('B', 4 + (row % OFTEN)),
    `<c r="C${row}" s="4" t="inlineStr"><is><t>Nhiệm vụ ${row}: xây dựng kế hoạch &amp; triển khai tại xã, phường</t></is></c>`,
    shared('D', row % 4),
    number('E', 1, 45_000 + (row % 700)),
    number('F', 1, 45_700 + (row % 300)),
    number('G', 2, (row * 7919) % 1_000_000),
    number('H', 2, ((row * 104_729) % 1_000_000) / 100),
    number('I', 2, ((row * 15_485_863) % 100_000) / 8),
    `<c r="J${row}" s="2"><f>SUM(G${row}:I${row})</f><v>${((row * 31) % 99_991) / 4}</v></c>`,
    number('K', 3, (row % 101) / 100),
    shared('L', 4 + ((row * 7) % OFTEN)),
    shared('M', (row * 3) % 4),
    `<c r="N${row}" s="4"/>`,
    `<c r="O${row}" t="b"><v>${row % 2}</v></c>`,
    '</row>',
  ].join('')
}

export function longWorkbook(rows: number): Uint8Array<ArrayBuffer> {
  const strings = Array.from({ length: OFTEN }, (_, index) => `<si><t>Sở, ban, ngành thứ ${index} – kết quả thực hiện</t></si>`)
  const pieces: string[] = []
  for (let row = 1; row <= rows; row++) pieces.push(rowXml(row))
  return workbookFile({
    sheets: { 'Dữ liệu': sheetXml(pieces.join('')) },
    strings: stringsXml([...STATES, ...strings].join('')),
    styles: STYLES,
  })
}

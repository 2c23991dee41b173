// A receipt as a page of its own: A4, in the letters of an office, complete in one file that
// any browser prints or saves as PDF. Knows no screen.
import type { Language } from '../../shared/bilingual.ts'
import type { Receipt } from '../../shared/wire.ts'
import { WORK_TEXTS } from '../text/work-texts.ts'

const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign] ?? sign)

/** NĐ 30/2020/NĐ-CP Phụ lục I: margins 20 mm, 30 mm at the left; Times New Roman. */
const STYLE = `@page{size:A4 portrait;margin:20mm 15mm 20mm 30mm}
body{font:13pt/1.4 "Times New Roman",Times,serif;color:#000;max-width:165mm;margin:0 auto}
header{text-align:center;margin-bottom:10mm}header p{margin:0}.state{font-weight:bold}
.motto{font-weight:bold;text-decoration:underline}
h1{font-size:16pt;text-align:center;margin:0 0 2mm}.number{text-align:center;font-size:15pt;font-weight:bold;margin:0 0 2mm}
.notice{text-align:center;font-style:italic;margin:0 0 6mm}
table{width:100%;border-collapse:collapse}th,td{border:.5pt solid #000;padding:1.5mm 2mm;text-align:left;vertical-align:top}
th{width:34%;font-weight:normal}td{overflow-wrap:anywhere}.hash{font:10pt/1.3 "Courier New",monospace}
footer{margin-top:6mm;font-size:11pt;font-style:italic}
@media screen{body{padding:15mm}}`

const isHash = (text: string): boolean => /^[0-9a-f]{64}$/.test(text)

/** `notice` says what the receipt does not prove yet. */
export function receiptPage(
  language: Language,
  notice: string | null,
  receipt: Receipt,
  facts: readonly (readonly [string, string])[],
): string {
  const words = WORK_TEXTS[language].receiptPage
  const rows = facts.map(
    ([term, value]) => `<tr><th scope="row">${escaped(term)}</th><td${isHash(value) ? ' class="hash"' : ''}>${escaped(value)}</td></tr>`,
  )
  return `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><title>${escaped(`${words.title} ${receipt.number}`)}</title>
<style>${STYLE}</style></head><body>
<header><p class="state">${escaped(words.state)}</p><p class="motto">${escaped(words.motto)}</p></header>
<h1>${escaped(words.title)}</h1><p class="number">${escaped(words.number(receipt.number))}</p>
${notice === null ? '' : `<p class="notice">${escaped(notice)}</p>`}
<table><tbody>${rows.join('')}</tbody></table>
<footer>${escaped(words.note)}</footer></body></html>`
}

// A released board as a page for everybody: no script, one style, two languages,
// readable on a telephone, on paper and without colour.
import { html, raw } from 'hono/html'
import type { Bilingual, Language } from '../../shared/bilingual.ts'
import type { Board, Light } from '../../shared/board/board.ts'
import { BOARD_WORDS, type BoardWords } from '../../shared/board/board-words.ts'
import { dayInVietnam } from '../../shared/clock.ts'
import { showNumber } from '../../shared/field/exact-decimal.ts'
import { showPeriod } from '../../shared/period.ts'

/** The shape says what the colour says: circle, triangle, square, ring. */
const SHAPES: Readonly<Record<Light, string>> = {
  green: '<circle cx="8" cy="8" r="7" fill="#0b6a0b"/>',
  amber: '<path d="M8 1 15.5 15h-15z" fill="#8f5a00"/>',
  red: '<path d="M1 1h14v14H1z" fill="#a80000"/>',
  none: '<circle cx="8" cy="8" r="6" fill="none" stroke="#616161" stroke-width="2"/>',
}
const LIGHTS: readonly Light[] = ['green', 'amber', 'red', 'none']

const light = (one: Light, words: BoardWords) =>
  html`<span class="light"><svg viewBox="0 0 16 16" width="14" height="14" aria-hidden="true">${raw(SHAPES[one])}</svg> ${words.lights[one]}</span>`

const STYLE = `
:root{color-scheme:light}
*{box-sizing:border-box}
body{font:1rem/1.5 "Segoe UI",system-ui,sans-serif;margin:0 auto;max-width:76rem;padding:1rem;color:#242424;background:#fff}
h1{font-size:1.5rem;line-height:1.25;margin:.5rem 0}h2{font-size:1.125rem;margin:1.5rem 0 .5rem}
a{color:#0f5c8c}a:focus-visible{outline:3px solid #0f5c8c;outline-offset:2px}
nav ul{list-style:none;margin:0;padding:0;display:flex;flex-wrap:wrap;gap:.25rem 1rem}
nav a{display:inline-block;padding:.25rem 0}nav a[aria-current]{font-weight:600;text-decoration:none}
.top{display:flex;justify-content:space-between;gap:1rem}
table{border-collapse:collapse;width:100%}
caption{text-align:left;padding:.5rem 0}
th,td{border:1px solid #8a8a8a;padding:.375rem .5rem;text-align:right;vertical-align:top}
th{background:#f0f4f8;font-weight:600}tbody th{text-align:left;background:none}thead th{text-align:center}
td.said{text-align:left;white-space:nowrap}
.light svg{vertical-align:-1px}
tfoot th,tfoot td{font-weight:600;background:#f0f4f8}
@media (max-width:60rem){table{font-size:.8125rem}th,td{padding:.25rem}thead th{font-size:.75rem}tbody th{min-width:8rem}}
@media (max-width:46rem){
thead{position:absolute;clip-path:inset(50%);width:1px;height:1px;overflow:hidden}
table,tbody,tfoot,th,td{display:block;border:0}
table{font-size:.875rem}tbody th{min-width:0}tr{display:grid;grid-template-columns:1fr 1fr;grid-template-rows:repeat(6,auto);grid-auto-flow:column;column-gap:1rem;border:1px solid #8a8a8a;margin:0 0 .5rem;padding:.25rem .5rem}tr>th{grid-area:1/1/2/-1}
tr td{display:flex;justify-content:space-between;gap:.5rem;padding:.125rem 0;white-space:nowrap}
td::before{content:attr(data-label);text-align:left;color:#424242;white-space:normal;overflow-wrap:normal}
tbody th{padding:.25rem 0}td.said{text-align:right;flex-wrap:wrap}
body{overflow-wrap:anywhere}
}
@media print{nav,.files,.other{display:none}body{max-width:none;padding:0;font-size:9pt}th,td{padding:2pt 3pt}tr{break-inside:avoid}thead{display:table-header-group}@page{size:A4 landscape;margin:12mm}}
`

const showDay = (iso: string) => dayInVietnam(new Date(iso)).split('-').reverse().join('/')
const showTime = (iso: string) => new Date(Date.parse(iso) + 7 * 3_600_000).toISOString().slice(11, 16)

interface Shown {
  readonly board: Board | null
  /** Standing periods, the one released last first. */
  readonly periods: readonly string[]
  readonly language: Language
}

const frame = (title: string, language: Language, path: string, body: unknown) => {
  const words = BOARD_WORDS[language]
  const other = language === 'vi' ? `${path}?lang=en` : path
  return html`<!doctype html>
<html lang="${language}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>${title}</title><style>${raw(STYLE)}</style></head>
<body><main><div class="top"><span>Phụ lục số</span><a class="other" href="${other}" hreflang="${language === 'vi' ? 'en' : 'vi'}" lang="${language === 'vi' ? 'en' : 'vi'}">${words.other}</a></div>${body}</main></body></html>`
}

type Figures = Pick<Board['agencies'][number], 'reports' | 'tasks'> &
  Partial<Pick<Board['agencies'][number], 'reportsLight' | 'tasksLight'>>

function cells({ reports, reportsLight, tasks, tasksLight }: Figures, words: BoardWords, n: (value: number) => string) {
  const cell = (label: string, value: string) => html`<td role="cell" data-label="${label}">${value}</td>`
  const said = (label: string, one: Light | undefined) =>
    html`<td role="cell" class="said" data-label="${label}">${one ? light(one, words) : ''}</td>`
  const of = (group: string, label: string) => `${group}: ${label}`
  const count = (value: number | undefined) => (value === undefined ? '' : n(value))
  return [
    ...(['due', 'onTime', 'late', 'missing'] as const).map((key) => cell(of(words.reports, words[key]), n(reports[key]))),
    said(of(words.reports, words.light), reportsLight),
    ...(['total', 'done', 'overdue'] as const).map((key) => cell(of(words.tasks, words[key]), count(tasks?.[key]))),
    said(of(words.tasks, words.light), tasksLight),
  ]
}

export function boardPage({ board, periods, language }: Shown) {
  const words = BOARD_WORDS[language]
  if (!board) return frame(words.title, language, '/board', html`<h1>${words.title}</h1><p>${words.none}</p>`)
  const say = (text: Bilingual) => text[language]
  const lang = language === 'en' ? '?lang=en' : ''
  const n = (value: number) => showNumber(value, language)
  const title = `${words.title} · ${showPeriod(board.period, language)}`
  const column = (text: string) => html`<th role="columnheader" scope="col">${text}</th>`
  const means = (one: 'reportsMeans' | 'tasksMeans') => LIGHTS.map((each) => html`<li>${light(each, words)}: ${words[one][each]}.</li>`)
  const forms = board.forms.map(
    ({ title: form, dueAt }) => `${say(form)} (${words.dueBefore(showDay(new Date(Date.parse(dueAt) - 1).toISOString()))})`,
  )
  return frame(
    title,
    language,
    `/board/${board.period}`,
    html`<h1>${title}</h1>
<p>${say(board.plan.title)} (${board.plan.number}). ${words.forms(forms.join('; '))} ${words.asOf(`${showDay(board.asOf)} ${showTime(board.asOf)}`)}</p>
${
  periods.length > 1 &&
  html`<nav aria-label="${words.periods}"><ul>${periods.map(
    (period) =>
      html`<li><a href="/board/${period}${lang}"${raw(period === board.period ? ' aria-current="page"' : '')}>${showPeriod(period, language)}</a></li>`,
  )}</ul></nav>`
}
<table role="table">
<thead role="rowgroup"><tr role="row"><th role="columnheader" scope="col" rowspan="2">${words.agency}</th><th role="columnheader" scope="colgroup" colspan="5">${words.reports}</th><th role="columnheader" scope="colgroup" colspan="4">${words.tasks}</th></tr>
<tr role="row">${[words.due, words.onTime, words.late, words.missing, words.light, words.total, words.done, words.overdue, words.light].map(column)}</tr></thead>
<tbody role="rowgroup">${board.agencies.map(
      (one) => html`<tr role="row"><th role="rowheader" scope="row">${one.name}</th>${cells(one, words, n)}</tr>
`,
    )}</tbody>
<tfoot role="rowgroup"><tr role="row"><th role="rowheader" scope="row">${words.all}</th>${cells(board.totals, words, n)}</tr></tfoot>
</table>
<h2>${words.definitions}</h2>
<p><strong>${words.reports}</strong></p><ul>${means('reportsMeans')}</ul>
<p><strong>${words.tasks}</strong></p><ul>${means('tasksMeans')}</ul>
<p>${words.counting}</p>
<p class="files">${words.download}: <a href="/api/board/${board.period}.csv">CSV</a> · <a href="/api/board/${board.period}.json">JSON</a></p>`,
  )
}

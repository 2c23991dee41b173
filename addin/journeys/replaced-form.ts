// A form of its own for one agency, whose template gets another version while it stands
// open in a workbook: the sheet then is of a version that is no longer used.
import type { Template } from '../../shared/template.ts'
import type { TemplateDraft } from '../../shared/wire-templates.ts'
import { askedAs } from './asked.ts'

/** The report on obstacles under another code, owed by one agency. */
const first = (template: Template, code: string, agency: string): Template => ({
  ...template,
  code,
  title: { vi: 'Phiếu theo dõi vướng mắc', en: 'Tracking of obstacles' },
  regime: { ...template.regime, owedBy: [agency] },
  tables: template.tables.map((table) => ({ ...table, rules: [] })),
})

/** `noi_dung` goes on as `vuong_mac`; `trang_thai` is gone. */
const second = (template: Template): Template => ({
  ...template,
  tables: template.tables.map((table) => ({
    ...table,
    rows: { ...table.rows, unique: [['ma_nv', 'vuong_mac']] },
    fields: table.fields.flatMap((field) => {
      if (field.key === 'trang_thai') return []
      return field.key === 'noi_dung'
        ? [{ ...field, key: 'vuong_mac', was: ['noi_dung'], title: { vi: 'Vướng mắc cụ thể', en: 'The obstacle' } }]
        : [field]
    }),
  })),
})

/** Publishes the first version; what it resolves with puts the second in its place. */
export async function formToReplace(origin: string, code: string, agency: string): Promise<() => Promise<void>> {
  const ask = await askedAs(origin, 'admin@khanhhoa.example')
  const send = (path: string, method: string, body: unknown) => ask(path, { method, body: JSON.stringify(body) })
  const publish = async (template: Template) => {
    const saved = await send(`templates/${code}/draft`, 'PUT', { template, basedOn: null })
    const { etag } = (await saved.json()) as TemplateDraft
    await send(`templates/${code}/publish`, 'POST', { etag, effectiveFrom: '2025' })
  }
  const template = first((await (await ask('templates/VUONGMAC/versions/1')).json()) as Template, code, agency)
  await publish(template)
  return async () => {
    await publish(second(template))
    await send(`templates/${code}/versions/1/withdraw`, 'POST', { reason: 'Cột nội dung được ghi rõ hơn.' })
  }
}

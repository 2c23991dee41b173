// A template in which nothing is decided yet but its code and title: one table with a running
// number and one column. What else a regime demands is left blank, so that the check names it.
import type { Bilingual } from '../bilingual.ts'
import type { Template } from '../template.ts'

const nothing: Bilingual = { vi: '', en: '' }

export const blankTemplate = (code: string, title: Bilingual): Template => ({
  ...{ code, version: 1, title, titleLines: [title], legalBasis: [], grain: nothing },
  regime: {
    ...{ name: title, content: nothing, reporter: nothing, receiver: nothing, channel: nothing, deadline: nothing },
    ...{ dataWindow: nothing, outline: nothing, guidance: nothing, basis: '', frequency: 'month', owedBy: [] },
    dates: { cutOffDay: 14, dueDay: 20, dueInclusive: false, lockAfterDays: 30 },
  },
  header: [
    { key: 'don_vi', title: { vi: 'Đơn vị báo cáo', en: 'Reporting agency' }, type: { kind: 'agency' }, source: 'carried', required: true },
    { key: 'ky', title: { vi: 'Kỳ báo cáo', en: 'Period' }, type: { kind: 'period' }, source: 'carried', required: true },
    {
      ...{ key: 'nguoi_lap', title: { vi: 'Người lập biểu', en: 'Preparer' }, source: 'input', required: true },
      type: { kind: 'text', maxLength: 200 },
    },
  ],
  tables: [
    {
      key: 'main',
      fields: [
        {
          ...{ key: 'stt', title: { vi: 'STT', en: 'No.' }, source: 'carried', required: false, nilAllowed: false, width: 6 },
          type: { kind: 'sequence', style: 'number' },
        },
        {
          ...{ key: 'noi_dung', title: { vi: 'Nội dung', en: 'Content' }, source: 'input', required: true, nilAllowed: false, width: 40 },
          type: { kind: 'text', maxLength: 500, multiline: true },
          aggregation: { by: 'append' },
        },
      ],
      rules: [],
      rows: { source: 'free', max: 200, unique: [] },
    },
  ],
  signature: { preparer: { vi: 'Người lập biểu', en: 'Prepared by' }, signer: { vi: 'Thủ trưởng đơn vị', en: 'Head of the agency' } },
})

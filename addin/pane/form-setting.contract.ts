// A form of the plan as the server would give it to a filer of Sở Thông tin và Truyền
// thông, for tests that go all the way from the drawn form to the filing.
import { obligationsOf } from '../../shared/deadline.ts'
import { khanhHoa2025 } from '../../shared/packs/khanh-hoa-2025/pack.ts'
import { prefill } from '../../shared/prefill.ts'
import type { Template } from '../../shared/template.ts'
import type { Form } from '../../shared/wire.ts'

const { plan, register, templates, assignments } = khanhHoa2025
const AGENCY = 'STTTT'
/** A template is filed for one kind of period; the first that it is filed for is taken. */
const PERIODS = ['2025-03', '2025-Q1', '2025-H1', '2025']

export function formOf(code: string, change: (template: Template) => Template = (template) => template): Form {
  const template = change(templates.find((one) => one.code === code)!)
  const [obligation] = PERIODS.flatMap((period) => obligationsOf(template, register, period).filter(({ agency }) => agency === AGENCY))
  const { period } = obligation!
  return {
    obligation: {
      ...obligation!,
      templateTitle: template.title,
      agencyName: 'Sở Thông tin và Truyền thông',
      state: 'open',
      late: false,
      submissions: 0,
      lastReceipt: null,
      latest: null,
      accepted: false,
      openNotes: 0,
      lastReview: null,
      signsOff: false,
    },
    ...{ template, register, plan, previous: null, today: '2025-03-17', waivers: [], notes: [] },
    prefill: prefill(template, AGENCY, period, { register, plan, assignments, previous: null }),
  }
}

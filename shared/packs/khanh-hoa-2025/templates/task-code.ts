// What forms ask of the code by which a task is named (columns.json calls it ma_nv): a point
// of the plan, an item of appendix I, a project's code, or the document that gave the task.
import type { Rule } from '../../../template.ts'
import { rule, say } from '../column.ts'

const NUMBERING = 'Kế hoạch 2044/KH-UBND, III, IV và Phụ lục I'
const begins = (...starts: readonly string[]) => starts.map((start) => `LEFT([@ma_nv],${start.length})="${start}"`).join(',')
const ofPlan = `OR(${begins('III.', 'IV.', 'V.', 'VI.', 'VII.', 'PL1-')})`

/** Written like a point of the plan, but there is none such: III has no f, j, w, z, VII no tasks of its own (R19). */
export const knownPoint = (template: string): Rule =>
  rule(
    `${template}-DIEM`,
    'row',
    'error',
    'ma_nv',
    `=OR(NOT(${ofPlan}),ISNUMBER(MATCH([@ma_nv],list.ma_nhiem_vu.label,0)))`,
    say(
      'Kế hoạch không giao nhiệm vụ nào ở điểm này. Ghi đúng điểm của Mục III, IV (ví dụ III.3.d) hoặc mục của Phụ lục I (ví dụ PL1-4).',
      'The plan gives no task at this point. Write a point of sections III or IV (such as III.3.d) or an item of appendix I (such as PL1-4).',
    ),
    NUMBERING,
  )

export const namesTask = (template: string): Rule =>
  rule(
    `${template}-MA`,
    'row',
    'warning',
    'ma_nv',
    `=OR(${ofPlan},${begins('PL2-', 'PL3-')},ISNUMBER(FIND("/",[@ma_nv])))`,
    say(
      'Chưa rõ là nhiệm vụ nào. Ghi điểm của Kế hoạch (III.3.d), mục Phụ lục I (PL1-4), mã dự án hoặc số văn bản giao; nếu không có, hãy giải trình.',
      'It is not clear which task this is. Write a point of the plan (III.3.d), an item of appendix I (PL1-4), a project code or the number of the document that gave it; otherwise explain.',
    ),
    NUMBERING,
  )

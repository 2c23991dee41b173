import { expect, test } from 'vitest'
import { checkTemplate } from '../check-template.ts'
import { khanhHoa2025 } from '../packs/khanh-hoa-2025/pack.ts'
import { blankTemplate } from './blank-template.ts'
import { blankEnglish, withEnglish, withRegimeOf } from './fill-blanks.ts'

const { plan, templates } = khanhHoa2025
const thang = templates.find(({ code }) => code === 'THANG')!
const refused = (template: typeof thang) => checkTemplate(template, plan, khanhHoa2025)
const blank = { ...blankTemplate('MOI', { vi: 'Báo cáo thiết bị', en: '' }), grain: { vi: 'Mỗi dòng là một thiết bị', en: '' } }

test('with the regime of another template and the Vietnamese for the English, only who owes it is left to say', () => {
  const begun = withRegimeOf(blank, thang.regime)
  const whole = withEnglish(begun, refused(begun))
  expect(blankEnglish(refused(begun))).toBeGreaterThan(0)
  expect(refused(whole).map(({ code }) => code)).toEqual(['nobody-owes'])
  expect(whole.title).toEqual({ vi: 'Báo cáo thiết bị', en: 'Báo cáo thiết bị' })
  expect(whole.regime.dates).toEqual(thang.regime.dates)
})

test('where the Vietnamese is blank too there is nothing to take', () => {
  const untitled = { ...thang, title: { vi: '', en: '' } }
  expect(refused(untitled).map(({ code, path }) => [code, path.at(-1)])).toEqual([
    ['blank', 'vi'],
    ['blank', 'en'],
  ])
  expect(blankEnglish(refused(untitled))).toBe(0)
  expect(withEnglish(untitled, refused(untitled))).toEqual(untitled)
})

test('what is written stays', () => {
  const own = { vi: 'Qua trục liên thông', en: 'By the exchange' }
  const written = { ...blank, regime: { ...blank.regime, channel: own, dates: { ...blank.regime.dates, dueDay: 25 } } }
  const filled = withRegimeOf(written, thang.regime)
  expect(filled.regime.channel).toEqual(own)
  expect(filled.regime.dates.dueDay).toBe(25)
  expect(withEnglish(thang, refused(thang))).toEqual(thang)
})

import { describe, expect, test } from 'vitest'
import { khanhHoa2025 } from '../packs/khanh-hoa-2025/pack.ts'
import { legacyText } from './legacy-font.ts'

describe('text in an old encoding is told and converted', () => {
  test.each([
    ['TCVN3', 'së th«ng tin vµ truyÒn th«ng', 'sở thông tin và truyền thông'],
    ['TCVN3', 'ñy ban nh©n d©n tØnh', 'ủy ban nhân dân tỉnh'],
    ['TCVN3', '®\u00ADêng', 'đường'],
    ['TCVN3', 'ch÷ ký sè', 'chữ ký số'],
    ['VNI', 'Sôû Thoâng tin vaø Truyeàn thoâng', 'Sở Thông tin và Truyền thông'],
    ['VNI', 'Keá hoaïch chuyeån ñoåi soá', 'Kế hoạch chuyển đổi số'],
    ['VIQR', "chuye^?n ddo^?i so^'", 'chuyển đổi số'],
    ['VIQR', 'So+? Tho^ng tin va` Truye^`n tho^ng', 'Sở Thông tin và Truyền thông'],
    ['VIQR', 'So^? Thong tin', 'Sổ Thong tin'],
  ])('%s: %s', (encoding, text, converted) => expect(legacyText(text)).toEqual({ encoding, converted }))
  test('the name of the font decides where it is known', () => {
    expect(legacyText('Së TruyÒn th«ng', '.VnTime')).toEqual({ encoding: 'TCVN3', converted: 'Sở Truyền thông' })
    expect(legacyText('Së NéI Vô', '.VnTimeH')?.converted).toBe('SỞ NỘI VỤ')
    expect(legacyText('Sôû', 'VNI-Times')?.encoding).toBe('VNI')
  })
})

describe('other text is left alone', () => {
  test.each([
    ...[
      'Sở Thông tin',
      'Báo cáo',
      'Nha Trang',
      'é',
      'café',
      'Ê-đê',
      '5 µm',
      '· Báo cáo quý',
      '© 2025',
      'm²',
      '±5',
      '25 °C',
      '½',
      'Oracle ®',
    ],
    ...['a^2 + b^2', 'f(a(b))', 'nhóm máu O+', 'C++', 'a+b', 'điểm a(1)', 'Phu luc a(b)', 'x^2', 'a(b) va o+', 'Sở'.normalize('NFD')],
  ])('%s', (text) => expect(legacyText(text)).toBeNull())
  test('every text of the plan is Unicode', () => {
    const { assignments, register, plan } = khanhHoa2025
    const texts = [
      ...assignments.flatMap(({ values }) => Object.values(values).filter((value) => typeof value === 'string')),
      ...register.agencies.map(({ name }) => name),
      ...plan.lists.flatMap(({ entries }) => entries.flatMap(({ label }) => [label.vi, label.en])),
    ]
    expect(texts.filter((text) => legacyText(text) !== null)).toEqual([])
  })
})

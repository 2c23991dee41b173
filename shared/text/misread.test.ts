import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { khanhHoa2025 } from '../packs/khanh-hoa-2025/pack.ts'
import { legacyText } from './legacy-font.ts'
import { misreadText } from './misread.ts'

/** As a program shows UTF-8 that takes it for the code page; what means nothing there is a control character. */
const misread = (text: string, codePage: 'windows-1252' | 'windows-1258' | 'iso-8859-1'): string => {
  const bytes = new TextEncoder().encode(text)
  return codePage === 'iso-8859-1' ? String.fromCharCode(...bytes) : new TextDecoder(codePage).decode(bytes)
}

const titles = [
  'Hội nghị tổng kết công tác chuyển đổi số',
  'Sở Thông tin và Truyền thông',
  'ỦY BAN NHÂN DÂN TỈNH KHÁNH HÒA',
  'Đề án “Phát triển đô thị thông minh” – giai đoạn 2',
  'Điều hành, Đo đạc; phường Lộc Thọ',
  'thông',
  'Xã Krông Á, Đắk Lắk',
  'Rà soát hạ tầng, ở 25 °C',
]

describe('text that was misread is told and decoded', () => {
  test.each(titles)('%s', (title) => {
    for (const codePage of ['windows-1252', 'windows-1258', 'iso-8859-1'] as const) {
      expect(legacyText(misread(title, codePage))).toEqual({ encoding: 'UTF-8', converted: title })
    }
    if (title.includes(' ')) expect(misreadText(misread(title.normalize('NFD'), 'windows-1252'))?.converted?.normalize('NFC')).toBe(title)
    expect(misreadText(misread(misread(title, 'windows-1252'), 'windows-1252'))).toEqual({ converted: title })
  })
  test('with the byte that means nothing lost from Đ', () => {
    expect(misreadText('Äá»™ an toÃ\u00A0n')).toEqual({ converted: 'Độ an toàn' })
  })
  test('every letter of the alphabet, in both cases', () => {
    for (const letter of 'ăâđêôơưàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ')
      for (const word of [`t${letter}`, `T${letter.toUpperCase()} Ộ`])
        expect(misreadText(misread(`${word} hội`, 'windows-1252'))).toEqual({ converted: `${word} hội` })
  })
})

test.each([
  'S\uFFFD Th\uFFFDng tin v\uFFFD Truy\uFFFDn th\uFFFDng',
  'Hội nghị Há»™i nghá»‹',
  'Kế hoạch Äá»™',
  'Sá»Ÿ ThÃ´ng tin vÃ  Truyá»n thông',
  'HÃ  NÃ´i',
  'Ä‘Ã  Nẵng ²',
])('what cannot be decoded for certain is only told: %s', (text) => expect(misreadText(text)).toEqual({ converted: null }))

describe('other text is left alone', () => {
  test.each([
    ...['«Khá»', '“NGÃ”', 'TÂY NINH «Ô»', 'NGÃ\u00A0BA', 'LÃ–', 'Â', 'Ã', 'café »', 'Ô…', '25 °C', '5 m² ở Á', 'CÂ’', 'SÁ»', 'quá »'],
    ...['ĂN “Ă”', 'Bắt đầu: “Ă…”', 'Ê-đê', 'Há', 'Việt Nam™', 'thạch cao ≥ 5', 'É', 'Sở Á'],
  ])('%s', (text) => expect(misreadText(text)).toBeNull())

  test('every text of the plan, in any case and composition, in guillemets too', () => {
    const { assignments, register, plan } = khanhHoa2025
    const texts = [
      ...assignments.flatMap(({ values }) => Object.values(values).filter((value) => typeof value === 'string')),
      ...register.agencies.flatMap(({ name, aliases }) => [name, ...aliases]),
      ...plan.lists.flatMap(({ entries }) => entries.map(({ label }) => label.vi)),
    ]
    for (const text of texts)
      for (const one of [text, text.toUpperCase(), text.normalize('NFD'), `«${text}»`, `“${text}”…`, text.replaceAll(' ', '\u00A0')])
        expect(misreadText(one), one).toBeNull()
  })

  test('words of Vietnamese with signs around them', () => {
    const syllable = fc.constantFrom(...'Á À Ã Â Đã Ngã là Ô khá quá Ê Ý Hà ĐÃ LÀ MÃ TÂM sở Ở ưu'.split(' '))
    const sign = fc.constantFrom('', ' ', '”', '“', '»', '«', '…', '–', '’', '\u00A0', '.', '™', '°')
    const text = fc
      .array(fc.tuple(sign, syllable, sign), { minLength: 1, maxLength: 6 })
      .map((all) => all.map((one) => one.join('')).join(' '))
    fc.assert(
      fc.property(text, (one) => {
        expect(misreadText(one), one).toBeNull()
      }),
      { numRuns: 5000 },
    )
  })
})

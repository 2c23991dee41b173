// Why a reorganisation cannot be done, in words. Knows the names of agencies.
import type { Bilingual } from '../bilingual.ts'
import type { Hindrance } from '../reorganise.ts'

export function hindranceSentence(hindrance: Hindrance, nameOf: (code: string) => string): Bilingual {
  const name = nameOf(hindrance.agency)
  switch (hindrance.code) {
    case 'unknown':
      return { vi: `Không có cơ quan mã "${hindrance.agency}".`, en: `There is no agency "${hindrance.agency}".` }
    case 'ended':
      return { vi: `${name} đã chấm dứt hoạt động trước đó.`, en: `${name} has ended before.` }
    case 'not-begun':
      return {
        vi: `${name} chưa hoạt động trước ngày sắp xếp, nên không thể chấm dứt vào ngày đó.`,
        en: `${name} has not begun before the day, so it cannot end on it.`,
      }
    case 'twice':
      return { vi: `${name} được nêu hai lần. Hãy bỏ bớt một dòng.`, en: `${name} is named twice. Leave one out.` }
    case 'taken':
      return {
        vi: `Mã "${hindrance.agency}" đã có cơ quan dùng (${name}). Hãy chọn mã khác.`,
        en: `Code "${hindrance.agency}" is that of ${name}. Choose another.`,
      }
    case 'name':
      return { vi: `Cơ quan mới mã "${hindrance.agency}" chưa có tên.`, en: `The new agency "${hindrance.agency}" has no name.` }
    case 'own-successor':
      return {
        vi: `${name} không thể kế thừa chính mình. Nếu cơ quan vẫn hoạt động thì không ghi là chấm dứt.`,
        en: `${name} cannot succeed itself. An agency that goes on does not end.`,
      }
    case 'successor':
      return {
        vi: `${nameOf(hindrance.other)} không hoạt động vào ngày sắp xếp, nên không thể kế thừa ${name}.`,
        en: `${nameOf(hindrance.other)} does not exist on the day, so it cannot succeed ${name}.`,
      }
    case 'heir':
      return {
        vi: `Cơ quan nộp tiếp báo cáo của ${name} phải là một trong các cơ quan kế thừa.`,
        en: `Whoever files what is open of ${name} must be one of its successors.`,
      }
  }
}

// Answers that a title offers itself: "Kết quả (Đạt/Không đạt)", "Xếp loại (Tốt/Khá/Trung bình)".
// Units, days and abbreviations that are divided by strokes are none.

const OPTION = /^\p{Lu}\p{Ll}[\p{L} ]{0,28}$/u
const MOST = 8

/** In their order; empty where the title offers none. */
export function optionsInTitle(title: string): readonly string[] {
  for (const [, aside] of title.normalize('NFC').matchAll(/\(([^()]*)\)/g)) {
    const options = aside!.split(/[/;]/).map((one) => one.trim())
    if (options.length >= 2 && options.length <= MOST && options.every((one) => OPTION.test(one))) return options
  }
  return []
}

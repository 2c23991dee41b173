// Mã định danh điện tử of agencies: QĐ 20/2020/QĐ-TTg Điều 4 (left to right, at most 35
// characters), and the older QCVN 102:2016/BTTTT that stands in many lists (right to left).

const QD_20_2020 = /^[A-Y]\d{2}(?:\.[0-9A-Z]+)*$/
const QCVN_102_2016 = /^\d{3}\.\d{2}\.\d{2}\.[A-Z]\d{2}$/
const LONGEST = 35

export const isOfficialCode = (code: string): boolean => code.length <= LONGEST && (QD_20_2020.test(code) || QCVN_102_2016.test(code))

// What titles of columns announce, word by word: which kind of values officials put under which
// words, and how clearly the words say it. Data for title-hint.ts; all without tones.
import type { FieldType } from '../template.ts'

export const LINE: FieldType = { kind: 'text', maxLength: 500 }
export const PROSE: FieldType = { kind: 'text', maxLength: 2000, multiline: true }
export const PERCENT: FieldType = { kind: 'percent', places: 2 }
export const COUNT: FieldType = { kind: 'integer', min: 0 }
export const MEASURE: FieldType = { kind: 'decimal', places: 2 }

export type Saying = readonly [pattern: RegExp, type: FieldType, strength: number]

/** How it is to be written stands in the title: "(Có/Không)", "(dd/mm/yyyy)", "đánh dấu x". */
export const HOW_WRITTEN: readonly Saying[] = [
  [/\bco khong\b|\bdanh dau x\b|\btich x\b|\bghi x\b|^x$| x$/, { kind: 'yes-no' }, 0.9],
  [/\bdd mm yyyy\b|\bngay thang nam$|\bngay d d\b/, { kind: 'date' }, 0.85],
  [/\bmm yyyy$|[a-z] thang nam$/, { kind: 'period' }, 0.8],
]

/** Most telling first; of the innermost title. */
export const SAYINGS: readonly Saying[] = [
  [
    /^(?:ho ten|ho va ten|chuc (?:vu|danh)|trinh do|que quan|noi (?:o|sinh|cap|dat|lam viec|thuc hien|cong tac)|dia (?:chi$|chi (?!web|truy cap|trang)|diem|ban|danh|gioi)|ma\b|ky ten|ky nhan|chu ky|toa do|vi tri)/,
    LINE,
    0.9,
  ],
  [
    /^(?:so |ngay )?(?:dien thoai|dt|sdt|di dong|dt lien he|cccd|cmnd|tai khoan|dinh danh)\b|^(?:e ?mail|thu dien tu|hom thu|fax)\b|^so (?:se ?ri|serial|khung|the|so bhxh|bhxh|bhyt|ho chieu|to ban do|thua|to thua|nha|lo|tk|hieu$|gcn|giay chung nhan)\b|^bien (?:so|kiem soat)/,
    LINE,
    0.9,
  ],
  [/don vi tinh|^dvt\b/, LINE, 0.9],
  // The number together with its day is no number alone.
  [/^so (?:hieu |ky hieu )?(?:quyet dinh |van ban |qd )?(?:va )?ngay thang\b/, LINE, 0.85],
  [/\blink\b|\burl\b|duong dan|dia chi (?:web|truy cap|trang)|website|lien ket/, { kind: 'url' }, 0.85],
  [/ky hieu|so hieu van ban|so van ban|^van ban so|so quyet dinh$|so hop dong/, { kind: 'document-number' }, 0.85],
  [/^so (?:qd|cv|cong van|giay phep|to trinh|thong bao|ke hoach|chung tu|hoa don)\b/, { kind: 'document-number' }, 0.6],
  [/^ngay\b(?! (?:cong|nghi|lam viec|giuong))|^ngay thang|^thoi diem/, { kind: 'date' }, 0.85],
  [/^han\b(?! che)/, { kind: 'date' }, 0.6],
  // How many were in time, where nothing says otherwise.
  [/^(?:dung|qua|truoc|som|tre|chua den|khong dung) (?:thoi )?han\b/, COUNT, 0.55],
  [/^ghi chu/, PROSE, 0.9],
  [/kho khan|vuong mac|nguyen nhan|giai phap|de xuat|kien nghi|mo ta|ket qua|noi dung|tinh hinh|danh gia/, PROSE, 0.85],
  [
    /^(?:ton tai|han che|bai hoc|giai trinh|dien giai|bien phap|yeu cau|y kien|nhan xet|tom tat|ly do|hien trang|phuong (?:an|thuc|phap)|cach thuc|can cu|co so phap ly|bang chu)/,
    PROSE,
    0.85,
  ],
  [/phoi hop/, { kind: 'agencies' }, 0.7],
  [
    /^(?:ten )?(?:nhiem vu|du an|hang muc|chi tieu|muc tieu|san pham|dich vu|he thong|trich yeu|hinh thuc|loai\b|danh muc|linh vuc)|^ten/,
    PROSE,
    0.85,
  ],
  [
    /^(?:doi tuong|quy (?:mo|cach)|thong so|nhan hieu|hang\b|model|xuat xu|nuoc san xuat|nguon goc|giong|chung loai|vat lieu|ket cau|dac diem|tieu (?:chi|chuan)|nhom|nganh|phan loai|xep (?:loai|hang)|chat luong|ket luan|nha (?:thau|cung cap)|ngan hang|chu ho|dai dien|dau moi|can bo|lanh dao|nguoi (?!dung|dan|lao dong|cao tuoi|khuyet tat|ngheo|hoc|tham))/,
    LINE,
    0.85,
  ],
  [/^nguon (?:von|kinh phi)$/, LINE, 0.6],
  [/^(?:bac|ngach|cap bac)\b/, LINE, 0.6],
  [/chu tri|^co quan|^don vi|chu dau tu|^dia phuong|^xa phuong/, { kind: 'agency' }, 0.65],
  [/^nam thuc hien|giai doan|thoi gian (?:thuc hien|kc|khoi cong)/, { kind: 'year-range' }, 0.6],
  [/^nam (?!nu\b|gioi\b)[a-z]{2}/, COUNT, 0.8],
  [/thoi han|^thoi gian (?:du kien|bat dau)|thoi gian hoan thanh|tien do|^ky\b|^thang$/, { kind: 'period' }, 0.5],
  [
    /^(?:tong (?:so )?)?(?:dien tich|nang suat|san luong|khoi luong|trong luong|chieu (?:dai|rong|cao|sau)|do (?:dai|rong|cao|sau|am)|cong suat|dung (?:tich|luong)|the tich|nhiet do|luong (?:mua|nuoc|rac|chat thai)|kinh do|vi do|he so|chi so|luu luong|mat do)\b/,
    MEASURE,
    0.8,
  ],
  [
    /^(?:tong )?(?:so )?diem(?: (?:so|toi da|tu|cham|dat|chuan|tham dinh|thuong|tru|cong|trung binh|tb|thanh phan|danh gia|kiem tra|kiem chung|xet).*)?$/,
    MEASURE,
    0.8,
  ],
  [/^(?:dan so|nhan khau|hoc sinh|sinh vien|giao vien|hoc vien|luot|bien che|tuoi$|lao dong|tre em)/, COUNT, 0.6],
  [/^(?:ty trong|toc do|muc do hoan thanh|so sanh|so voi)\b/, PERCENT, 0.6],
  [/^ty suat\b/, PERCENT, 0.5],
  [/^(?:so )?(?:binh quan|trung binh)\b/, MEASURE, 0.6],
]

/** Amounts of whatever the table counts: what, its unit says. */
export const AMOUNT =
  /^(?:tong(?: so| cong)?|cong|(?:cong )?luy ke|(?:trong|tu|den|dau|cuoi) (?:ky|thang|quy|nam)|thuc hien|uoc|ke hoach|trong do|cung ky|ca nam|du toan|con (?:lai|thieu|phai)|da (?:cap|giao|chi|thu|bo tri|phan bo|su dung)|duoc (?:cap|giao)|chenh lech|tang|giam|phat sinh|nam (?:19|20)\d\d|(?:quy|thang|t) ?(?:\d{1,2}|iv|i{1,3})|(?:19|20)\d\d|6 thang|9 thang)\b/

export const MONEY =
  /\bvon\b|kinh phi|giai ngan|du toan|ngan sach|\bns(?:tw|dp|nn)\b|gia tri|so tien|tong muc dau tu|^tmdt|thanh tien|don gia|chi phi|doanh thu|quyet toan|thanh toan|muc chi/

/** With tones, where other words would be the same without them: "lương" and "lượng", "tiền" and "tiến độ". */
export const MONEY_WITH_TONES =
  /(?<!\p{L})(?:tiền|lương|phí|thuế|phụ cấp|trợ cấp|tạm ứng|dư nợ|nợ đọng|thu nhập|thực lĩnh|nguồn thu|nợ|(?:số|phải|đã|thực) (?:thu|chi|nộp)|truy lĩnh|mức (?:đóng|hưởng|hỗ trợ|thưởng|thu|vay|phạt)|chi thường xuyên|chi đầu tư|(?<!đánh |mét )giá)(?!\p{L})/u

/** What a person is paid, by what for: "Phụ cấp / Chức vụ", "Lương / Trách nhiệm". */
export const PAID_WITH_TONES = /(?<!\p{L})(?:phụ cấp|trợ cấp|tiền lương|lương|tiền thưởng|tiền công)(?!\p{L})/u

/** What says of a pay which it is, and how it comes. */
export const OF_PAY =
  /^(?:ma|ngach|bac|ten|loai|nhom|hinh thuc|so|ky|nguoi (?:nhan|lap|ky)|ghi chu|can cu|quyet dinh|doi tuong|ngan hang|nguon|noi (?!vu)|noi dung)\b/

/** A number of what can be counted: "Số người", "Số lượng dịch vụ". */
export const COUNTED =
  /^sl$|^so may\b|^(?:tong )?so (?:luong|nguoi|luot|ho so|lop|don vi|xa|thon|ho|dich vu|truong|hoc|can bo|cuoc|van ban (?!so)|tai khoan (?!ngan)|giao dich|thiet bi|doanh nghiep|khau|ca\b|vu\b|buoi|ngay(?! thang)|thang|nam\b|phong|giuong|lao dong|tieu chi|mau\b|don thu|lieu|tre|phieu|nha\b(?!$)|co so|du an|nhiem vu|cong trinh|san pham|thanh vien|hoi vien|dang vien|lan\b|trang|con\b)/

// The code lists of the plan: what a choice column may hold. Vietnamese labels are
// the words people type; codes never change once filings use them.
import type { CodeList, Plan } from '../../plan.ts'

const list = (id: string, ...entries: readonly (readonly [code: string, vi: string, en: string])[]): CodeList => ({
  id,
  entries: entries.map(([code, vi, en]) => ({ code, label: { vi, en } })),
})

/** What people call them. */
export const listTitles: NonNullable<Plan['listTitles']> = {
  'loai-van-ban': { vi: 'Loại văn bản', en: 'Kinds of documents' },
  'trang-thai-van-ban': { vi: 'Trạng thái văn bản', en: 'States of documents' },
  'nhom-du-an': { vi: 'Nhóm dự án', en: 'Groups of projects' },
  'tinh-chat-du-an': { vi: 'Tính chất dự án', en: 'Stages of projects' },
  'tinh-chat-nhiem-vu': { vi: 'Tính chất nhiệm vụ', en: 'Character of tasks' },
  'hinh-thuc': { vi: 'Hình thức thực hiện', en: 'Ways of carrying out' },
  'linh-vuc': { vi: 'Lĩnh vực', en: 'Fields of work' },
  'nhom-uu-tien': { vi: 'Nhóm ưu tiên', en: 'Priority groups' },
  'loai-chi-tieu': { vi: 'Loại chỉ tiêu', en: 'Kinds of targets' },
  'don-vi-tinh': { vi: 'Đơn vị tính', en: 'Units of measure' },
  'toan-tu': { vi: 'Cách so với chỉ tiêu', en: 'Comparison with the target' },
  'ap-dung': { vi: 'Áp dụng hay không', en: 'Applies or not' },
  'danh-gia': { vi: 'Đánh giá chỉ tiêu', en: 'Assessment of targets' },
  'vai-tro': { vi: 'Vai trò', en: 'Roles' },
  'tinh-trang': { vi: 'Tình trạng thực hiện', en: 'States of work' },
  'nguyen-nhan': { vi: 'Nguyên nhân', en: 'Causes' },
  'nhom-nhiem-vu': { vi: 'Nhóm nhiệm vụ', en: 'Groups of tasks' },
  'nguon-von': { vi: 'Nguồn vốn', en: 'Sources of funds' },
  'muc-do': { vi: 'Mức độ khẩn', en: 'Urgency' },
  'xu-ly': { vi: 'Kết quả xử lý', en: 'What was done' },
  'ma-nhiem-vu': { vi: 'Mã nhiệm vụ của kế hoạch', en: 'Task codes of the plan' },
}

export const lists: CodeList[] = [
  // Documents of appendix I
  list(
    'loai-van-ban',
    ['chien-luoc', 'Chiến lược', 'Strategy'],
    ['quy-hoach', 'Quy hoạch', 'Master plan'],
    ['kien-truc', 'Kiến trúc', 'Architecture'],
    ['de-an', 'Đề án', 'Scheme'],
    ['chuong-trinh', 'Chương trình', 'Programme'],
    ['ke-hoach', 'Kế hoạch', 'Plan'],
    ['quyet-dinh', 'Quyết định', 'Decision'],
    ['quy-dinh', 'Quy định', 'Regulation'],
    ['quy-che', 'Quy chế', 'Statute'],
    ['khac', 'Khác', 'Other'],
  ),
  list(
    'trang-thai-van-ban',
    ['chua-trinh', 'Chưa trình', 'Not yet submitted'],
    ['da-trinh', 'Đã trình', 'Submitted'],
    ['da-ban-hanh', 'Đã ban hành', 'Issued'],
    ['tam-dung', 'Tạm dừng', 'Suspended'],
    ['khong-thuc-hien', 'Không thực hiện', 'Not carried out'],
  ),

  // Projects and tasks of appendices II and III
  list('nhom-du-an', ['qtqg', 'QTQG', 'National importance'], ['a', 'A', 'A'], ['b', 'B', 'B'], ['c', 'C', 'C']),
  list(
    'tinh-chat-du-an',
    ['chuan-bi-dau-tu', 'Chuẩn bị đầu tư', 'Investment preparation'],
    ['khoi-cong-moi', 'Khởi công mới', 'Newly started'],
    ['chuyen-tiep', 'Chuyển tiếp', 'Continued'],
    ['hoan-thanh-quyet-toan', 'Hoàn thành/quyết toán', 'Completed or being settled'],
  ),
  list(
    'tinh-chat-nhiem-vu',
    ['thuong-xuyen', 'Thường xuyên/duy trì', 'Recurring or maintenance'],
    ['moi', 'Mới', 'New'],
    ['chuyen-tiep', 'Chuyển tiếp', 'Continued'],
  ),
  // NĐ 73/2019/NĐ-CP Đ51, Đ52, with the thresholds in force on the plan's date.
  list(
    'hinh-thuc',
    ['mua-sam', 'Mua sắm/duy trì (≤200 tr)', 'Purchase or maintenance (≤ 200 million)'],
    ['de-cuong', 'Đề cương và dự toán chi tiết (>200 tr–15 tỷ)', 'Outline and detailed estimate (> 200 million – 15 billion)'],
    ['lap-du-an', 'Lập dự án (>15 tỷ)', 'Project (> 15 billion)'],
    ['thue-san-co', 'Thuê DV sẵn có', 'Hire of an available service'],
    ['thue-rieng', 'Thuê DV theo yêu cầu riêng', 'Hire of a custom service'],
    ['bao-tri', 'Bảo trì/vận hành', 'Upkeep or operation'],
    ['dao-tao', 'Đào tạo', 'Training'],
    ['tuyen-truyen', 'Tuyên truyền', 'Communication'],
    ['khac', 'Khác', 'Other'],
  ),
  // The ten groups of section III.
  list(
    'linh-vuc',
    ['the-che', 'Thể chế', 'Institutions'],
    ['ha-tang', 'Hạ tầng', 'Infrastructure'],
    ['nhan-luc', 'Nhân lực', 'Workforce'],
    ['du-lieu', 'Dữ liệu', 'Data'],
    ['attt', 'ATTT', 'Information security'],
    ['chinh-quyen-so', 'Chính quyền số', 'Digital government'],
    ['kinh-te-so', 'Kinh tế số', 'Digital economy'],
    ['xa-hoi-so', 'Xã hội số', 'Digital society'],
    ['nhan-thuc', 'Nhận thức', 'Awareness'],
    ['chi-dao', 'Chỉ đạo', 'Direction'],
  ),
  // IV.5.a names groups 01 and 02; 03 is inference.
  list('nhom-uu-tien', ['01', '01', '01'], ['02', '02', '02'], ['03', '03', '03']),

  // Indicators
  list('loai-chi-tieu', ['ty-le', 'Tỷ lệ', 'Rate'], ['so-dem', 'Số đếm', 'Count'], ['thu-hang', 'Thứ hạng', 'Rank']),
  list(
    'don-vi-tinh',
    ['phan-tram', '%', '%'],
    ['phan-tram-grdp', '% GRDP', '% of GRDP'],
    ['phan-tram-nsnn', '% tổng chi NSNN', '% of total budget spending'],
    ['lan-nam', 'lần/năm', 'times a year'],
    ['lan-6-thang', 'lần/6 tháng', 'times in six months'],
    ['lop-co-quan', 'lớp/cơ quan, tổ chức', 'classes per agency'],
    ['cuoc', 'cuộc', 'exercises'],
    ['mo-hinh', 'mô hình', 'models'],
    ['de-an', 'đề án', 'schemes'],
    ['thu-hang', 'thứ hạng', 'rank'],
  ),
  list('toan-tu', ['tu', '≥', '≥'], ['tren', '>', '>'], ['bang', '=', '='], ['den', '≤', '≤'], ['khoang', 'trong khoảng', 'within']),
  list('ap-dung', ['co', 'Có', 'Yes'], ['khong-ap-dung', 'Không áp dụng', 'Does not apply']),
  list('danh-gia', ['dat', 'Đạt', 'Met'], ['chua-dat', 'Chưa đạt', 'Not met'], ['khong-ap-dung', 'Không áp dụng', 'Does not apply']),

  // Monthly progress
  list('vai-tro', ['chu-tri', 'Chủ trì', 'Lead'], ['phoi-hop', 'Phối hợp', 'Coordinating']),
  list(
    'tinh-trang',
    ['chua-trien-khai', 'Chưa triển khai', 'Not started'],
    ['dang-thuc-hien', 'Đang thực hiện', 'In progress'],
    ['hoan-thanh', 'Hoàn thành', 'Completed'],
    ['tam-dung', 'Tạm dừng', 'Suspended'],
    ['khong-thuc-hien', 'Không thực hiện', 'Not carried out'],
    ['thuong-xuyen', 'Thường xuyên', 'Recurring'],
  ),
  list(
    'nguyen-nhan',
    ['the-che', 'Thể chế', 'Institutions'],
    ['kinh-phi', 'Kinh phí', 'Funding'],
    ['nhan-luc', 'Nhân lực', 'Workforce'],
    ['ky-thuat', 'Kỹ thuật', 'Technical'],
    ['phoi-hop', 'Phối hợp', 'Coordination'],
    ['dau-thau', 'Đấu thầu', 'Procurement'],
    ['khac', 'Khác', 'Other'],
  ),

  // Quarterly report
  list(
    'nhom-nhiem-vu',
    ['iii-1', 'III.1. Lãnh đạo, chỉ đạo, điều hành; kiểm tra, giám sát', 'III.1. Direction, inspection and supervision'],
    ['iii-2', 'III.2. Thể chế, chính sách số', 'III.2. Digital institutions and policies'],
    ['iii-3', 'III.3. Hạ tầng số', 'III.3. Digital infrastructure'],
    ['iii-4', 'III.4. Nhân lực số', 'III.4. Digital workforce'],
    ['iii-5', 'III.5. Phát triển dữ liệu số', 'III.5. Digital data'],
    ['iii-6', 'III.6. An toàn thông tin mạng', 'III.6. Network information security'],
    ['iii-7', 'III.7. Chính quyền số', 'III.7. Digital government'],
    ['iii-8', 'III.8. Kinh tế số', 'III.8. Digital economy'],
    ['iii-9', 'III.9. Xã hội số', 'III.9. Digital society'],
    ['iii-10', 'III.10. Nâng cao nhận thức, tuyên truyền, truyền thông', 'III.10. Awareness and communication'],
    ['pl-1', 'Phụ lục I', 'Appendix I'],
    ['pl-2', 'Phụ lục II', 'Appendix II'],
    ['pl-3', 'Phụ lục III', 'Appendix III'],
  ),
  list(
    'nguon-von',
    ['nstw', 'NSTW', 'Central budget'],
    ['dau-tu-cong', 'Đầu tư công', 'Public investment'],
    ['chi-thuong-xuyen', 'Chi thường xuyên', 'Current expenditure'],
    ['khac', 'Khác', 'Other'],
  ),

  // Obstacles
  list('muc-do', ['thuong', 'Thường', 'Normal'], ['khan', 'Khẩn', 'Urgent']),
  list(
    'xu-ly',
    ['moi', 'Mới', 'New'],
    ['dang-xu-ly', 'Đang xử lý', 'Being handled'],
    ['da-xu-ly', 'Đã xử lý', 'Handled'],
    ['chuyen-ubnd-tinh', 'Chuyển UBND tỉnh', 'Passed to the provincial People’s Committee'],
  ),
]

// For every rule and every condition of the eight templates one row (or table) that
// breaks it and one that just does not, as formulas see them: read by the tests alone.
import type { Scalar } from '../../rule/scalar.ts'
import { serialOf } from '../../serial-date.ts'

export type Row = Readonly<Record<string, Scalar>>

export interface RowCase {
  readonly breaks: Row
  readonly keeps: Row
}

/** Whole columns, those of tables above by `table.key`. */
export interface TableCase {
  readonly breaks: Readonly<Record<string, readonly Scalar[]>>
  readonly keeps: Readonly<Record<string, readonly Scalar[]>>
}

const day = serialOf

/** A row, and what of it is otherwise in the two cases. */
const both = (row: Row, breaks: Row, keeps: Row): RowCase => ({ breaks: { ...row, ...breaks }, keeps: { ...row, ...keeps } })

/** The window of March 2025 ends on 14/03; the report is taken until 18/04. */
const happened = (id: string, field: string): Record<string, RowCase> => ({
  [`${id}-SAU`]: both({}, { [field]: day('2025-04-19') }, { [field]: day('2025-04-18') }),
  [`${id}-KY`]: both({}, { [field]: day('2025-03-15') }, { [field]: day('2025-03-14') }),
})

const needs = { nc_nstw: 0, nc_dtc: 100, nc_tx: 0, nc_khac: 0 }

/** What else makes up the year's total: it is not worked out while a part of it is missing. */
const otherNeeds = { PL2: { nc_nstw: 0, nc_dtc: 0, nc_khac: 0 }, PL3: { nc_nstw: 0, nc_khac: 0 } }

const ofBoth = (template: 'PL2' | 'PL3'): Record<string, RowCase> => ({
  [`${template}-CHU-DAU-TU`]: both({}, { chu_dau_tu: 'UBND huyện Diên Khánh' }, { chu_dau_tu: 'Sở Thông tin và Truyền thông' }),
  [`${template}-NSTW`]: both({}, { nc_nstw: 0.001 }, { nc_nstw: 0 }),
  [`${template}-KHAC`]: both({}, { nc_khac: 0.001 }, { nc_khac: 0 }),
  [`${template}-MUC-III`]: both({}, { nhiem_vu: 'III.3.d; IV.1.a' }, { nhiem_vu: 'III.3.d; III.6.c' }),
  [`${template}-ATTT-MAX`]: both({ ...otherNeeds[template], nc_tx: 5 }, { kp_attt: 5.001 }, { kp_attt: 5 }),
  [`${template}-ATTT-10`]: both({ ...otherNeeds[template], nc_tx: 100.5 }, { kp_attt: 10.049 }, { kp_attt: 10.05 }),
})

export const ROW_CASES: Readonly<Record<string, RowCase>> = {
  'THANG-100': both({ trang_thai: 'Hoàn thành' }, { ty_le: 99 }, { ty_le: 100 }),
  'THANG-0': both({ trang_thai: 'Chưa triển khai' }, { ty_le: 1 }, { ty_le: 0 }),
  'THANG-GIAM': both({ ty_le_truoc: 40 }, { ty_le: 39 }, { ty_le: 40 }),
  'THANG-VON': both({ kh_von: 100, gn_lk_truoc: 90 }, { gn_ky: 10.001 }, { gn_ky: 10 }),
  'THANG-AM': both({}, { gn_ky: -0.001 }, { gn_ky: 0 }),
  // Due in February: over before the cut-off of 14/03. Due on the cut-off itself: not yet over.
  'THANG-QUA-HAN': both({ trang_thai: 'Đang thực hiện', kho_khan: '-' }, { thoi_han: 'Tháng 02/2025' }, { thoi_han: '14/03/2025' }),
  'THANG-TRUNG': both({ ket_qua_truoc: 'Đã trình dự thảo' }, { ket_qua: 'Đã trình dự thảo' }, { ket_qua: 'Đã trình dự thảo lần 2' }),
  ...happened('THANG-SP', 'sp_ngay'),
  'THANG-DIEM': both({}, { ma_nv: 'III.7.f' }, { ma_nv: 'III.7.đ' }),

  'VUONGMAC-DIEM': both({}, { ma_nv: 'PL1-20' }, { ma_nv: 'PL1-19' }),
  'VUONGMAC-MA': both({}, { ma_nv: 'Chữ ký số' }, { ma_nv: '123/UBND-KSTT' }),
  'VUONGMAC-THAM-QUYEN': both({}, { tham_quyen: 'Sở Thông tin và Truyền thông' }, { tham_quyen: 'Sở Tài chính' }),
  'VUONGMAC-DE-XUAT': both({ noi_dung: 'Thiếu kinh phí' }, { de_xuat: 'Thiếu kinh phí' }, { de_xuat: 'Bổ sung kinh phí' }),
  'VUONGMAC-KHAN': both({ muc_do: 'Khẩn' }, { han: null }, { han: day('2025-04-30') }),
  'VUONGMAC-HAN': both({}, { han: day('2025-02-19') }, { han: day('2025-02-20') }),
  'VUONGMAC-NAM': both({}, { han: day('2026-01-01') }, { han: day('2025-12-31') }),

  'PL1-NAM': both({}, { thoi_gian_trinh: 'Tháng 12/2024' }, { thoi_gian_trinh: 'Tháng 12/2025' }),
  'PL1-TRUOC-KH': both({}, { thoi_gian_trinh: '19/02/2025' }, { thoi_gian_trinh: '20/02/2025' }),
  'PL1-TEN-III': both({ ten_muc_iii: 'Kế hoạch A' }, { ten_van_ban: 'Kế hoạch A mới' }, { ten_van_ban: 'Xây dựng Kế hoạch A' }),
  'PL1-DAU-CHAM': both({}, { ten_van_ban: 'Kế hoạch A.' }, { ten_van_ban: 'Kế hoạch A. Phần 1' }),
  'PL1-PHOI-HOP': both(
    { co_quan_chu_tri: 'Sở Công Thương; Sở Y tế' },
    { co_quan_phoi_hop: 'Sở Nội vụ; Sở Y tế' },
    { co_quan_phoi_hop: 'Sở Nội vụ; Sở Y tế và Dân số' },
  ),
  ...happened('PL1-TRINH', 'ngay_trinh'),
  ...happened('PL1-BAN-HANH', 'ngay_ban_hanh'),
  'PL1-CHUA-TRINH': both({ trang_thai: 'Chưa trình' }, { so_ky_hieu: '954/QĐ-UBND' }, { so_ky_hieu: null }),
  'PL1-01': both({ ngay_trinh: day('2025-03-11') }, { ngay_ban_hanh: day('2025-03-10') }, { ngay_ban_hanh: day('2025-03-11') }),

  'PL2-TMDT': both({}, { tmdt: 0 }, { tmdt: 0.001 }),
  'PL2-TMDT-MAX': both({ ...needs, lk_bo_tri: 50 }, { tmdt: 149.999 }, { tmdt: 150 }),
  'PL2-BO-TRI': both({ tmdt: 150 }, { lk_bo_tri: 150.001 }, { lk_bo_tri: 150 }),
  'PL2-GIAI-NGAN': both({ lk_bo_tri: 50 }, { lk_giai_ngan: 50.001 }, { lk_giai_ngan: 50 }),
  'PL2-MOI': both({ tinh_chat: 'Khởi công mới' }, { lk_bo_tri: 1 }, { lk_bo_tri: 0 }),
  'PL2-TX': both({}, { nc_tx: 0.001 }, { nc_tx: 0 }),
  'PL2-NAM': both({}, { thoi_gian: '2026-2027' }, { thoi_gian: '2025-2027' }),
  'PL2-SO-NAM': both({ nhom_du_an: 'C' }, { thoi_gian: '2024-2027' }, { thoi_gian: '2024-2026' }),
  ...happened('PL2-QD', 'qd_ngay'),
  ...ofBoth('PL2'),

  'PL3-DU-TOAN': both({}, { du_toan: 0 }, { du_toan: 0.001 }),
  'PL3-NHU-CAU': both({ ...otherNeeds.PL3, nc_tx: 2 }, { du_toan: 1.999 }, { du_toan: 2 }),
  'PL3-KHCN': both({ nc_tx: 2 }, { nc_khcn: 2.001 }, { nc_khcn: 2 }),
  'PL3-NAM': both({}, { thoi_gian: 'Quý IV/2024' }, { thoi_gian: 'Quý IV/2025' }),
  'PL3-NGUONG': both({ hinh_thuc: 'Mua sắm/duy trì (≤200 tr)' }, { du_toan: 200.001 }, { du_toan: 200 }),
  ...ofBoth('PL3'),

  'CHITIEU-TU-MAU': both({ ap_dung: 'Có', loai: 'Tỷ lệ', mau_so: 10 }, { tu_so: 11 }, { tu_so: 10 }),
  'CHITIEU-MAU': both({ ap_dung: 'Có', loai: 'Tỷ lệ', tu_so: 0 }, { mau_so: 0 }, { mau_so: 1 }),
  'CHITIEU-CHENH': both({ ap_dung: 'Có', loai: 'Tỷ lệ', ky_truoc: 50, mau_so: 100 }, { tu_so: 71 }, { tu_so: 70 }),
  'CHITIEU-MAU-10': both({ mau_so_truoc: 100 }, { mau_so: 111 }, { mau_so: 110 }),
  'CHITIEU-NGAY': both({}, { ngay_so_lieu: day('2025-03-15') }, { ngay_so_lieu: day('2025-03-14') }),
  'CHITIEU-PHAN-TRAM': both({ dvt: '% GRDP' }, { ket_qua_nhap: 1 }, { ket_qua_nhap: 1.01 }),
  'CHITIEU-100': both({ ap_dung: 'Có', loai: 'Số đếm', dvt: '% GRDP' }, { ket_qua_nhap: 100.01 }, { ket_qua_nhap: 100 }),
  'CHITIEU-HANG': both({ loai: 'Thứ hạng' }, { ket_qua_nhap: 0 }, { ket_qua_nhap: 1 }),

  'QUY-B-KY': both({ so_ky: 3, dung_han: 3 }, { tre: 1 }, { tre: 0 }),
  'QUY-C-DON-VI': both({ so_phai_bao_cao: 35 }, { so_bao_cao: 36 }, { so_bao_cao: 35 }),
  'QUY-C-100': both({ loai: 'Tỷ lệ' }, { ket_qua: 100.0001 }, { ket_qua: 100 }),
  'QUY-D-LK': both({ ke_hoach: 100 }, { gn_lk: 100.001 }, { gn_lk: 100 }),
  'QUY-D-QUY': both({ gn_lk: 5 }, { gn_quy: 5.001 }, { gn_quy: 5 }),
  'QUY-D-CONG': both({ gn_lk_truoc: 0.1, gn_quy: 0.2 }, { gn_lk: 0.301 }, { gn_lk: 0.3 }),

  'RAQUET-KP': both({ lo_hong_nt: 1, lo_hong_cao: 2, lo_hong_tb: 0, lo_hong_thap: 4 }, { da_khac_phuc: 8 }, { da_khac_phuc: 7 }),
  'RAQUET-NGAY': both({}, { ngay_quet: day('2025-06-15') }, { ngay_quet: day('2025-06-14') }),
  'RAQUET-HAN': both({ ngay_quet: day('2025-05-12') }, { han_kp: day('2025-05-11') }, { han_kp: day('2025-05-12') }),
  'RAQUET-CHI-TIET': both({}, { ghi_chu: 'Máy chủ còn cve-2024-3094' }, { ghi_chu: 'Máy chủ còn 01 lỗ hổng cao' }),
}

const counts = (one: number, other: number) => ({ nv_ht_dung: [one], 'a.ht_dung': [other], nv_tong: [one], 'a.tong': [other] })

export const TABLE_CASES: Readonly<Record<string, TableCase>> = {
  'PL2-DTC-TINH': { breaks: { nc_dtc: [322_799, 0.001] }, keeps: { nc_dtc: [322_798, 1] } },
  'PL3-TX-TINH': { breaks: { nc_tx: [154_531.001] }, keeps: { nc_tx: [154_530, 1] } },
  'QUY-AB-TONG': { breaks: counts(3, 4), keeps: counts(4, 4) },
  'QUY-AB-TINH-TRANG': { breaks: counts(3, 4), keeps: counts(4, 4) },
  'QUY-B-XEP': { breaks: { xep: [1, 3], co_quan: ['A', 'B'] }, keeps: { xep: [1, 1], co_quan: ['A', 'B'] } },
  'QUY-D-VI': { breaks: { ke_hoach: [0, 322_799, 154_531, 1] }, keeps: { ke_hoach: [0, 322_799, 154_531, 0] } },
  'RAQUET-6T': { breaks: { ngay_quet: [] }, keeps: { ngay_quet: [day('2025-05-12')] } },
}

const state = (asked: string, notAsked: string): RowCase => both({}, { trang_thai: asked }, { trang_thai: notAsked })

/** When a blank cell is a finding, by template, table and column: `breaks` asks for the cell, `keeps` does not. */
export const CONDITION_CASES: Readonly<Record<string, RowCase>> = {
  'THANG.main.ket_qua': state('Đang thực hiện', 'Chưa triển khai'),
  'THANG.main.sp_so': state('Hoàn thành', 'Đang thực hiện'),
  'THANG.main.sp_ngay': both({}, { sp_so: '954/QĐ-UBND' }, { sp_so: '-' }),
  'THANG.main.gn_ky': both({}, { kh_von: 5 }, { kh_von: null }),
  'THANG.main.kho_khan': both({ trang_thai: 'Chưa triển khai' }, { thoi_han: 'Tháng 12/2024' }, { thoi_han: 'Tháng 3/2025' }),
  'THANG.main.nguyen_nhan': state('Tạm dừng', 'Đang thực hiện'),
  'THANG.main.nguyen_nhan_ro': both({}, { nguyen_nhan: 'Khác' }, { nguyen_nhan: 'Kinh phí' }),
  'THANG.main.ky_toi': state('Đang thực hiện', 'Hoàn thành'),

  'PL1.main.ngay_moc': both(
    { thoi_gian_trinh: 'Sau khi có kế hoạch của BCĐ CĐS quốc gia' },
    { trang_thai: 'Đã trình' },
    { trang_thai: 'Chưa trình' },
  ),
  'PL1.main.ngay_trinh': state('Đã ban hành', 'Chưa trình'),
  'PL1.main.so_ky_hieu': state('Đã ban hành', 'Đã trình'),
  'PL1.main.ngay_ban_hanh': state('Đã ban hành', 'Đã trình'),
  // Sent a day after the month in which it was due.
  'PL1.main.ghi_chu': both({ thoi_gian_trinh: 'Tháng 02/2025' }, { ngay_trinh: day('2025-03-01') }, { ngay_trinh: day('2025-02-28') }),

  'PL2.main.qd_so': both({}, { tinh_chat: 'Chuyển tiếp' }, { tinh_chat: 'Chuẩn bị đầu tư' }),
  'PL2.main.qd_ngay': both({}, { tinh_chat: 'Chuyển tiếp' }, { tinh_chat: 'Chuẩn bị đầu tư' }),
  'PL3.main.so_nam_thue': both({}, { hinh_thuc: 'Thuê DV sẵn có' }, { hinh_thuc: 'Đào tạo' }),

  'CHITIEU.main.tu_so': both({ ap_dung: 'Có' }, { loai: 'Tỷ lệ' }, { loai: 'Số đếm' }),
  'CHITIEU.main.mau_so': both({ ap_dung: 'Có' }, { loai: 'Tỷ lệ' }, { loai: 'Số đếm' }),
  'CHITIEU.main.ket_qua_nhap': both({ ap_dung: 'Có' }, { loai: 'Số đếm' }, { loai: 'Tỷ lệ' }),
  'CHITIEU.main.nguon': both({}, { ap_dung: 'Có' }, { ap_dung: 'Không áp dụng' }),
  'CHITIEU.main.ngay_so_lieu': both({}, { ap_dung: 'Có' }, { ap_dung: 'Không áp dụng' }),
  'CHITIEU.main.giai_trinh': both({ ap_dung: 'Có', loai: 'Số đếm', toan_tu: '≥', muc_tieu: 1 }, { ket_qua_nhap: 0 }, { ket_qua_nhap: 1 }),

  'QUY.c.ghi_chu': both({ so_phai_bao_cao: 35 }, { so_bao_cao: 34 }, { so_bao_cao: 35 }),
  'RAQUET.main.han_kp': both({ lo_hong_nt: 0, lo_hong_cao: 2, lo_hong_tb: 0, lo_hong_thap: 0 }, { da_khac_phuc: 1 }, { da_khac_phuc: 2 }),
}

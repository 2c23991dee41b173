// Sentences that come with the work on an opened form, in Vietnamese: waiting for the network,
// two people, fixes, rows. Apart from the others, because they load with its screens. The keys are the list for the other languages.

export const workVi = {
  waitingToSend:
    'Chưa nhận được trả lời của máy chủ. Báo cáo tự gửi lại khi có mạng; gửi lại không tạo thành hai lần nộp. Cứ để bảng này mở.',
  waitingChanged: 'Lần gửi trước chưa có trả lời, và nội dung đã sửa từ lúc đó. Bấm “Gửi báo cáo” để gửi nội dung mới.',
  sendAgain: 'Gửi lại ngay',
  attemptDrop: 'Thôi, chưa gửi',
  unsent: (what: string, time: string) => `${what}: bấm gửi lúc ${time}, chưa nhận được trả lời.`,
  unsentOpen: 'Mở để gửi tiếp',
  beforeUnknown: 'Đang mất mạng nên chưa so được với lần nộp trước. Vẫn gửi được: báo cáo đi ngay khi có mạng.',
  conflictLook: 'Xem khác nhau và chọn',
  conflictTitle: 'Hai bản của một báo cáo',
  conflictWho: (by: string, time: string) => `Bản kia: ${by} lưu lúc ${time}.`,
  conflictLead:
    'Chọn bản nào làm tiếp. Bản còn lại được giữ trên một trang riêng trong sổ này, không mất gì. Muốn hỏi nhau trước thì bấm quay lại.',
  conflictMine: 'Của tôi',
  conflictSame: 'Hai bản giống nhau về nội dung.',
  conflictTakeTheirs: 'Lấy bản kia',
  conflictKeepMine: 'Giữ bản của tôi',
  draftConflict: (by: string, time: string) =>
    `${by} cũng đang làm báo cáo này, đã lưu một bản khác lúc ${time}. Chưa bản nào bị ghi đè; bản trong sổ của anh/chị vẫn nguyên.`,
  fixPreview: (n: number) => `Sẽ sửa ${n} ô như sau`,
  fixPreviewLead: 'Cùng một giá trị, chỉ viết lại cho đúng. Chưa ghi gì cho đến khi bấm nút dưới danh sách.',
  fixPreviewApply: (n: number) => `Sửa ${n} ô`,
  fixDone: (n: number) => `Đã sửa ${n} ô.`,
  fixUndo: 'Hoàn tác',
  addRows: (n: number) => `Thêm ${n} dòng trống`,
  addingRows: 'Đang thêm dòng…',
  older: (sheet: string, was: number, is: number) =>
    `Trang “${sheet}” theo phiên bản ${was} của biểu mẫu; nay dùng phiên bản ${is}. Số liệu đã nhập được chuyển sang, trang cũ vẫn giữ.`,
  carry: 'Chuyển số liệu sang phiên bản mới',
  carriedTitle: 'Đã chuyển sang phiên bản mới',
  carriedLead: (kept: string) => `Trang cũ được giữ nguyên với tên “${kept}”.`,
  carriedRenamed: 'Cột đổi tên, xin xem lại',
  carriedAs: (column: string, from: string, to: string) => `Cột ${column} “${from}” → “${to}”`,
  carriedLeft: 'Không còn chỗ trong biểu mẫu mới',
  carriedColumn: (column: string, title: string, cells: number) => `Cột ${column} “${title}”: ${cells} ô có nội dung`,
  carriedRow: (at: number, text: string) => `Dòng ${at}: ${text}`,
  carriedAll: 'Mọi số liệu đã nhập đều có chỗ trong biểu mẫu mới.',
  carriedGo: 'Làm tiếp',
}

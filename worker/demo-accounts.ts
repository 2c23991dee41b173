// The people of the demonstration. Made only where MODE is "demo"; their password
// is public on purpose.
import type { SignOffSetting } from '../shared/sign-off.ts'
import type { DemoAccounts } from '../shared/wire-deployment.ts'

const password = 'demo-2044'

export const DEMO_ACCOUNTS: DemoAccounts['accounts'] = [
  {
    ...{ email: 'filer.stttt@khanhhoa.example', password, name: 'Nguyễn Thị Hoa', role: 'filer', agency: 'STTTT' },
    description: 'người nộp, Sở Thông tin và Truyền thông',
  },
  {
    ...{ email: 'signer.stttt@khanhhoa.example', password, name: 'Trịnh Quốc Khải', role: 'signer', agency: 'STTTT' },
    description: 'lãnh đạo ký, Sở Thông tin và Truyền thông',
  },
  {
    ...{ email: 'filer.dienkhanh@khanhhoa.example', password, name: 'Trần Văn Minh', role: 'filer', agency: 'UBND_DIENKHANH' },
    description: 'người nộp, UBND huyện Diên Khánh',
  },
  {
    ...{ email: 'filer.skhdt@khanhhoa.example', password, name: 'Lê Thị Thu Hằng', role: 'filer', agency: 'SKHDT' },
    description: 'người nộp, Sở Kế hoạch và Đầu tư',
  },
  {
    ...{ email: 'filer.stc@khanhhoa.example', password, name: 'Đặng Thị Mai', role: 'filer', agency: 'STC' },
    description: 'người nộp, Sở Tài chính (lãnh đạo ký trước khi gửi)',
  },
  {
    ...{ email: 'signer.stc@khanhhoa.example', password, name: 'Huỳnh Ngọc Bình', role: 'signer', agency: 'STC' },
    description: 'lãnh đạo ký, Sở Tài chính',
  },
  {
    ...{ email: 'aggregator@khanhhoa.example', password, name: 'Phạm Quốc Dũng', role: 'aggregator', agency: null },
    description: 'người tổng hợp toàn tỉnh',
  },
  {
    ...{ email: 'admin@khanhhoa.example', password, name: 'Võ Thị Ánh Nguyệt', role: 'admin', agency: null },
    description: 'quản trị',
  },
]

/** The one agency of the demonstration whose head signs. */
export const DEMO_SIGN_OFF: SignOffSetting = { agency: 'STC', signsOff: 'required', from: '2025-01-01' }

// The people of the demonstration. Made only where MODE is "demo"; their password
// is public on purpose.
import type { DemoAccounts } from '../shared/wire.ts'

const password = 'demo-2044'

export const DEMO_ACCOUNTS: DemoAccounts['accounts'] = [
  {
    ...{ email: 'filer.stttt@khanhhoa.example', password, name: 'Nguyễn Thị Hoa', role: 'filer', agency: 'STTTT' },
    description: 'người nộp, Sở Thông tin và Truyền thông',
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
    ...{ email: 'aggregator@khanhhoa.example', password, name: 'Phạm Quốc Dũng', role: 'aggregator', agency: null },
    description: 'người tổng hợp toàn tỉnh',
  },
  {
    ...{ email: 'admin@khanhhoa.example', password, name: 'Võ Thị Ánh Nguyệt', role: 'admin', agency: null },
    description: 'quản trị',
  },
]

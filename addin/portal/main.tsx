// Entry of the web portal: the way in for everybody whose Excel cannot run the
// pane, and for those who aggregate. Knows no workbook; files are read by the server.
import '../components/page.css'
import { httpApi } from '../api/api.ts'
import { provinceApi } from '../api/province-api.ts'
import { browserTokenStore } from '../api/token-store.ts'
import { takeOver } from '../first/take-over.tsx'
import { Portal } from './portal.tsx'

const tokens = browserTokenStore('portal')
const api = httpApi('', tokens)
const province = provinceApi('', tokens)

void takeOver(null, <Portal api={api} province={province} tokens={tokens} />)

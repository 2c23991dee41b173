// Which addresses a deployment may call: https on a public name, and this machine itself in a
// demonstration. Asks nobody; what a name stands for is looked up by the platform, which reaches no private network.
import type { Bilingual } from '../shared/bilingual.ts'

const INNER = /(?:^|\.)(?:localhost|local|internal|lan|home|corp|intranet|private|arpa|test|invalid)$/

const ADDRESS = /^\d{1,3}(?:\.\d{1,3}){3}$/

/** Null: it may be called. */
export function webhookUrlProblem(text: string, demo: boolean): Bilingual | null {
  if (!URL.canParse(text))
    return { vi: 'Địa chỉ không đúng dạng https://ten-mien/duong-dan.', en: 'That is no address like https://name/path.' }
  const { protocol, hostname, username, password } = new URL(text)
  if (username || password)
    return {
      vi: 'Địa chỉ không được chứa tên và mật khẩu: chữ ký đã thay cho mật khẩu.',
      en: 'The address may not contain a name and password: the signature takes their place.',
    }
  if (demo && protocol === 'http:' && hostname === '127.0.0.1') return null
  if (protocol !== 'https:') return { vi: 'Địa chỉ phải bắt đầu bằng https://.', en: 'The address must begin with https://.' }
  const name = hostname.replace(/\.$/, '')
  // Numbers of any notation have become four by now; brackets are IPv6.
  if (ADDRESS.test(name) || name.startsWith('[') || !name.includes('.') || INNER.test(name))
    return {
      vi: 'Cần một tên miền công khai, không phải địa chỉ IP hay tên trong mạng nội bộ.',
      en: 'A public name is needed, no IP address and no name inside a network.',
    }
  return null
}

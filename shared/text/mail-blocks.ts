// A mail as blocks, drawn twice: as plain text and as simple HTML that every mail program
// shows. Knows nothing of what the mail says.

export type MailBlock =
  | { readonly kind: 'line'; readonly text: string }
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'item'; readonly title: string; readonly lines: readonly string[] }
  | { readonly kind: 'link'; readonly text: string; readonly href: string }
  | { readonly kind: 'rule' }

const plainBlock = (block: MailBlock): string => {
  switch (block.kind) {
    case 'line':
      return block.text
    case 'heading':
      return block.text.toUpperCase()
    case 'item':
      return [`- ${block.title}`, ...block.lines.map((line) => `  ${line}`)].join('\n')
    case 'link':
      return `${block.text}: ${block.href}`
    case 'rule':
      return '—'
  }
}

export const plainMail = (blocks: readonly MailBlock[]): string => blocks.map(plainBlock).join('\n\n')

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => ESCAPES[sign] ?? sign)

const htmlBlock = (block: MailBlock): string => {
  switch (block.kind) {
    case 'line':
      return `<p>${escaped(block.text)}</p>`
    case 'heading':
      return `<h2 style="font-size:16px;margin:20px 0 8px">${escaped(block.text)}</h2>`
    case 'item':
      return `<p style="margin:8px 0 8px 16px"><strong>${escaped(block.title)}</strong>${block.lines.map((line) => `<br>${escaped(line)}`).join('')}</p>`
    case 'link':
      return `<p><a href="${escaped(block.href)}">${escaped(block.text)}</a></p>`
    case 'rule':
      return '<hr>'
  }
}

export const htmlMail = (language: string, subject: string, blocks: readonly MailBlock[]): string =>
  `<!DOCTYPE html><html lang="${language}"><head><meta charset="utf-8"><title>${escaped(subject)}</title></head>` +
  `<body style="font-family:Arial,sans-serif;font-size:15px;line-height:1.5;color:#1b1b1b;max-width:42em">${blocks.map(htmlBlock).join('')}</body></html>`

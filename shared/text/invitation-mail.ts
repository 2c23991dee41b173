// The mail that invites somebody, or lets them choose a password again: Vietnamese first,
// English below.

export interface Invited {
  readonly name: string
  readonly province: string
  readonly link: string
  /** Day and time as people read them. */
  readonly until: string
  /** The person has an account. */
  readonly again: boolean
}

export function invitationMail({ name, province, link, until, again }: Invited): { subject: string; body: string } {
  const [vi, en] = again
    ? ['Mời đặt lại mật khẩu', 'Choose a new password']
    : ['Mời dùng hệ thống báo cáo Phụ lục số', 'You are invited to Phụ lục số']
  return {
    subject: `${vi} / ${en}`,
    body: [
      `Kính gửi anh/chị ${name},`,
      '',
      again
        ? `Quản trị hệ thống báo cáo của ${province} mời anh/chị đặt lại mật khẩu. Mở liên kết sau và chọn mật khẩu mới:`
        : `Quản trị hệ thống báo cáo của ${province} mời anh/chị tham gia. Mở liên kết sau và chọn mật khẩu:`,
      link,
      `Liên kết dùng được một lần, đến ${until}. Nếu không phải anh/chị yêu cầu, hãy bỏ qua thư này.`,
      '',
      '—',
      `Dear ${name},`,
      '',
      again
        ? `The administrator of the reporting system of ${province} asks you to choose a new password. Open this link:`
        : `The administrator of the reporting system of ${province} invites you. Open this link and choose a password:`,
      link,
      `The link works once, until ${until}. If you did not expect it, ignore this mail.`,
    ].join('\n'),
  }
}

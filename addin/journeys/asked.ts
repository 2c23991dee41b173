// What a walk or a journey asks of the server beside the browser, as somebody who is
// signed in elsewhere: a colleague, an admin.

const PASSWORD = 'demo-2044'

/** Asks as the person whose demo account this is; an answer that is no success is an error. */
export async function askedAs(origin: string, email: string): Promise<(path: string, init?: RequestInit) => Promise<Response>> {
  const json = { 'content-type': 'application/json' }
  const signed = await fetch(`${origin}/api/session`, {
    method: 'POST',
    headers: json,
    body: JSON.stringify({ email, password: PASSWORD }),
  })
  const { token } = (await signed.json()) as { token: string }
  return async (path, init = {}) => {
    const answer = await fetch(`${origin}/api/${path}`, {
      ...init,
      headers: { authorization: `Bearer ${token}`, ...json, ...init.headers },
    })
    if (!answer.ok) throw new Error(`${init.method ?? 'GET'} ${path}: ${answer.status} ${await answer.text()}`)
    return answer
  }
}

/** Lets somebody of an agency in, as an admin would; resolves with the address to sign in with. */
export async function letIn(origin: string, agency: string, role: 'filer' | 'signer' = 'filer'): Promise<string> {
  const email = `${role}.${agency.toLowerCase().replace('_', '-')}@khanhhoa.example`
  const ask = await askedAs(origin, 'admin@khanhhoa.example')
  const body = { email, name: 'Phan Thị Kim Liên', memberships: [{ agency, role }], reason: 'Cán bộ mới được giao việc báo cáo' }
  const { link } = (await (await ask('people/invitations', { method: 'POST', body: JSON.stringify(body) })).json()) as { link: string }
  await ask(`invitations/${link.slice(link.indexOf('=') + 1)}`, { method: 'POST', body: JSON.stringify({ password: PASSWORD }) })
  return email
}

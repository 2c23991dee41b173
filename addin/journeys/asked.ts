// What a walk or a journey asks of the server beside the browser, as somebody who is
// signed in elsewhere: a colleague, an admin.

/** Asks as the person whose demo account this is; an answer that is no success is an error. */
export async function askedAs(origin: string, email: string): Promise<(path: string, init?: RequestInit) => Promise<Response>> {
  const json = { 'content-type': 'application/json' }
  const signed = await fetch(`${origin}/api/session`, {
    method: 'POST',
    headers: json,
    body: JSON.stringify({ email, password: 'demo-2044' }),
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

// The bearer token of this page: in memory, and in the browser's storage so that
// closing the pane does not sign the person out. Never a cookie: inside Excel on
// the web cookies are third-party and blocked.

export interface TokenStore {
  get(): string | null
  /** `remember` keeps it after the page is closed. */
  set(token: string, remember: boolean): void
  clear(): void
}

/** What the key of a page's token ends in, whatever stands before it. */
export const tokenKey = (name: string): string => `phu-luc-so.${name}.token`

/**
 * `partitionKey` is `Office.context.partitionKey`: Excel on the web shares one storage between hosts and asks
 * add-ins to prefix their keys with it. `name` keeps pane and portal of one origin apart.
 */
export function browserTokenStore(name: string, partitionKey = ''): TokenStore {
  const key = `${partitionKey}${tokenKey(name)}`
  let token = read(key)
  return {
    get: () => token,
    set(next, remember) {
      token = next
      attempt(() => (remember ? localStorage : sessionStorage).setItem(key, next))
    },
    clear() {
      token = null
      attempt(() => sessionStorage.removeItem(key))
      attempt(() => localStorage.removeItem(key))
    },
  }
}

function read(key: string): string | null {
  let found: string | null = null
  attempt(() => {
    found = sessionStorage.getItem(key) ?? localStorage.getItem(key)
  })
  return found
}

/** Storage throws where the browser forbids it; the token then lives in memory only. */
function attempt(step: () => void): void {
  try {
    step()
  } catch {
    // Memory is enough.
  }
}

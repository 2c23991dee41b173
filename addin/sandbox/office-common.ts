// The part of `Office` that the Excel client library leaves to its loader:
// ready, requirement sets, settings, language and theme. Attached to the scope
// the library was loaded into; knows nothing about workbooks or about the wire.

export interface OfficeCommonOptions {
  /** Highest requirement set of Excel that this host claims: `1.9`. */
  readonly excelApi: string
  readonly displayLanguage?: string
  /** Left out, the system's light or dark shows, as in Office programs that tell no theme. */
  readonly dark?: boolean
  /** Settings that live in the document, by key. */
  readonly settings?: Map<string, unknown>
}

/** `window` of the page, or the context object of a Node `vm`, after the library has run in it. */
export interface OfficeScope {
  Office?: object
  OfficeExtension?: { CommonUtility: { _doApiNotSupportedCheck: boolean } }
}

const newest = { dialogapi: '1.2', excelapi: '', imagecoercion: '1.1' }

const parts = (version: string): [number, number] => {
  const [major = '0', minor = '0'] = version.split('.')
  return [Number(major), Number(minor)]
}

/** Whether `has` covers `wants`: requirement sets are numbered, 1.10 comes after 1.9. */
export const covers = (has: string, wants: string): boolean => {
  const [hasMajor, hasMinor] = parts(has)
  const [wantsMajor, wantsMinor] = parts(wants)
  return hasMajor > wantsMajor || (hasMajor === wantsMajor && hasMinor >= wantsMinor)
}

const requirements = (excelApi: string) => {
  const sets: Record<string, string> = { ...newest, excelapi: excelApi }
  return {
    isSetSupported: (name: string, version: string | number = '1.1'): boolean => {
      const has = sets[name.toLowerCase()]
      return has !== undefined && covers(has, String(version))
    },
  }
}

type Done = (result: { status: 'succeeded'; value?: unknown }) => void

const documentSettings = (map: Map<string, unknown>) => ({
  get: (name: string) => map.get(name) ?? null,
  set: (name: string, value: unknown) => void map.set(name, value),
  remove: (name: string) => void map.delete(name),
  saveAsync: (...args: unknown[]) => (args.at(-1) as Done | undefined)?.({ status: 'succeeded' }),
  refreshAsync: (done?: Done) => done?.({ status: 'succeeded' }),
})

const light = {
  bodyBackgroundColor: '#FFFFFF',
  bodyForegroundColor: '#242424',
  controlBackgroundColor: '#F5F5F5',
  controlForegroundColor: '#242424',
}
const darkness = {
  bodyBackgroundColor: '#292929',
  bodyForegroundColor: '#FFFFFF',
  controlBackgroundColor: '#333333',
  controlForegroundColor: '#FFFFFF',
}

/** Completes `scope.Office`. Call it after the library's script has run and before the pane's. */
export const attachOfficeCommon = (scope: OfficeScope, options: OfficeCommonOptions): void => {
  const ready = { host: 'Excel', platform: 'OfficeOnline' }
  const language = options.displayLanguage ?? 'vi-VN'
  const context = {
    host: ready.host,
    platform: ready.platform,
    diagnostics: { ...ready, version: '16.0.0.0' },
    displayLanguage: language,
    contentLanguage: language,
    officeTheme: options.dark === undefined ? undefined : { ...(options.dark ? darkness : light), isDarkTheme: options.dark },
    requirements: requirements(options.excelApi),
    document: { settings: documentSettings(options.settings ?? new Map()) },
  }
  // The library's own `context` is a getter without a setter, so the additions go on an object that inherits from it.
  scope.Office = Object.create(scope.Office ?? null, {
    context: { value: context, enumerable: true },
    HostType: { value: { Excel: 'Excel' }, enumerable: true },
    PlatformType: { value: { OfficeOnline: 'OfficeOnline' }, enumerable: true },
    onReady: {
      value: async (callback?: (info: typeof ready) => unknown) => {
        await callback?.(ready)
        return ready
      },
      enumerable: true,
    },
  }) as object
  // Each member then refuses to work below its requirement set, as it does in Office.
  if (scope.OfficeExtension) scope.OfficeExtension.CommonUtility._doApiNotSupportedCheck = true
}

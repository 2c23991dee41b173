// Texts between a cell and its XML (ST_Xstring, ECMA-376 part 1, 22.9.2.19): what
// XML cannot say is written as `_x000D_`, and such letters that somebody typed are
// written so that they stay. What no character is becomes U+FFFD.

/** Excel writes control characters as `_x000D_`, and a literal "_x000D_" as `_x005F_x000D_`. */
export const unescapeText = (text: string): string =>
  text.includes('_x') ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))) : text

/** For the XLSX library, which writes control characters itself. */
export const escapeText = (text: string): string =>
  text
    .toWellFormed()
    .replace(/[\ufffe\uffff]/g, '\ufffd')
    .replace(/_x(?=[0-9A-Fa-f]{4}_)/g, '_x005F_x')

// biome-ignore lint/suspicious/noControlCharactersInRegex: XML forbids them, so they are looked for
const SPECIAL = /[&<>\u0000-\u0008\u000b-\u001f\ufffe\uffff]|_x(?=[0-9A-Fa-f]{4}_)/
const EVERY_SPECIAL = new RegExp(SPECIAL, 'g')
const ESCAPED: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', _x: '_x005F_x' }

const escapeSign = (sign: string): string =>
  ESCAPED[sign] ?? (sign < ' ' ? `_x00${sign.charCodeAt(0).toString(16).padStart(2, '0').toUpperCase()}_` : '\ufffd')

/** As the content of an element; halves of surrogate pairs are left to the encoder, which makes them U+FFFD. */
export const textXml = (text: string): string => (SPECIAL.test(text) ? text.replace(EVERY_SPECIAL, escapeSign) : text)

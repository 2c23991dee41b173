// What keeps a draft from being tried: all that is refused but words that nobody wrote yet, since
// how a rule judges does not hang on them. Publishing asks for everything.
export const keepsFromTrying = ({ code }: { readonly code: string }): boolean => code !== 'blank'

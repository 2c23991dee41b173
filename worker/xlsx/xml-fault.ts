// Thrown where XML is not what it must be. Says nothing to people; scan-part.ts
// makes the refusal of the file of it.
export class XmlFault extends Error {
  override readonly name = 'XmlFault'
  /** The part declares a document type or entities of its own. */
  readonly documentType: boolean
  constructor(documentType = false) {
    super()
    this.documentType = documentType
  }
}

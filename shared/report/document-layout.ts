// A printed document as data: sections of blocks, from the national heading to
// the signature. What a renderer draws; knows neither fonts nor file formats.

export interface HeadCell {
  readonly text: string
  readonly columns: number
  readonly rows: number
}

export interface TableBlock {
  readonly kind: 'table'
  /** Above the table at the right, in italics: "Đơn vị tính: triệu đồng". */
  readonly remark?: string
  /** `share` is the part of the width, all together 1. */
  readonly columns: readonly { readonly share: number; readonly align: 'left' | 'center' | 'right' }[]
  /** Cells that begin in each row of the header; it is repeated on every page. */
  readonly head: readonly (readonly HeadCell[])[]
  readonly rows: readonly { readonly cells: readonly string[]; readonly total: boolean }[]
}

export type Block =
  | TableBlock
  | {
      readonly kind: 'heading'
      /** The office above and the office that signs. */
      readonly offices: readonly [string, string]
      readonly number: string
      readonly placeAndDay: string
    }
  | { readonly kind: 'title'; readonly name: string; readonly subject: readonly string[] }
  | { readonly kind: 'addressee'; readonly text: string }
  /** part: "I. ĐÁNH GIÁ CHUNG" · point: "1. …" · text: running text. */
  | { readonly kind: 'part' | 'point' | 'text'; readonly text: string }
  | { readonly kind: 'signature'; readonly recipients: readonly string[]; readonly position: readonly string[]; readonly signer: string }
  | { readonly kind: 'appendix'; readonly label: string; readonly title: string; readonly attached: string }

export interface Section {
  readonly landscape: boolean
  readonly blocks: readonly Block[]
}

export interface DocumentLayout {
  readonly title: string
  readonly office: string
  /** Each begins on a page of its own and counts its pages from 1. */
  readonly sections: readonly Section[]
}

// A document layout as a .docx file: A4, Times New Roman, page numbers in the middle
// of the top margin from the second page of each section on. Knows nothing about reports.
import { AlignmentType, Document, type FileChild, Header, Packer, PageNumber, Paragraph, SectionType, TextRun } from 'docx'
import type { Block, DocumentLayout, Section } from '../../shared/report/document-layout.ts'
import { figures } from './figures.ts'
import { addressee, appendix, heading, pageSize, signature, title } from './heading.ts'
import { FONT, line, mm, pt, TEXT_SIZE } from './looks.ts'

const INDENT = mm(10)

/** `withNext`: nobody signs on a page of its own. */
function drawn(block: Block, landscape: boolean, withNext: boolean): FileChild[] {
  switch (block.kind) {
    case 'heading':
      return [heading(block)]
    case 'title':
      return title(block)
    case 'addressee':
      return [addressee(block)]
    case 'part':
    case 'point':
      return [line(block.text, { align: 'justified', bold: true, indent: INDENT, before: 120, withNext: true })]
    case 'text':
      return [line(block.text, { align: 'justified', indent: INDENT, before: 120, after: 40, withNext })]
    case 'table':
      return figures(block, landscape)
    case 'signature':
      return [signature(block)]
    case 'appendix':
      return appendix(block)
  }
}

const pageNumber = () =>
  new Header({
    children: [
      new Paragraph({
        alignment: AlignmentType.CENTER,
        children: [new TextRun({ children: [PageNumber.CURRENT], font: FONT, size: pt(13) })],
      }),
    ],
  })

const section = ({ landscape, blocks }: Section) => ({
  properties: {
    type: SectionType.NEXT_PAGE,
    titlePage: true,
    page: { ...pageSize(landscape), pageNumbers: { start: 1 } },
  },
  headers: { default: pageNumber(), first: new Header({ children: [line('', { size: pt(13) })] }) },
  children: blocks.flatMap((block, at) => drawn(block, landscape, blocks[at + 1]?.kind === 'signature')),
})

export async function writeDocument(layout: DocumentLayout): Promise<ArrayBuffer> {
  const document = new Document({
    title: layout.title,
    creator: layout.office,
    lastModifiedBy: layout.office,
    styles: { default: { document: { run: { font: FONT, size: TEXT_SIZE, language: { value: 'vi-VN' } } } } },
    sections: layout.sections.map(section),
  })
  return Packer.toArrayBuffer(document)
}

/** The kinds of files that are read. */
export { DOCX, HTML, ODT, PDF, TEXT, XLSX } from '@open1325/reader/media-type'

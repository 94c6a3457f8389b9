/** Media types of documents that are kept, though no plan is read from them. */
export const PPTX = 'application/vnd.openxmlformats-officedocument.presentationml.presentation'
export const ODS = 'application/vnd.oasis.opendocument.spreadsheet'
export const ODP = 'application/vnd.oasis.opendocument.presentation'

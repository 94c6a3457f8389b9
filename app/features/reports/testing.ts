/** For tests. */

/** The tables of reports: access.test.ts of this folder walks them. */
export const REPORT_TABLES = ['report', 'report_section', 'report_claim', 'report_comment', 'report_edition']

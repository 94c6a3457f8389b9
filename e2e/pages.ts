/** Every page that can be opened, with an address to open it at. A test fails for a route that is not listed here. */

/** What the walk has at hand: a published plan with an item and a page, a draft. */
export interface World {
  published: string
  draft: string
  ref: number
  page: number
  /** The address of a published document that was entered as rows; it has a row. */
  pledges: string
  /** The address of a published set of recommendations; it has a first one. */
  recommendations: string
  /** The id of a table that was brought in. */
  imported: string
  /** Imports of figures: one that is asked how it is to be read, one that was read. */
  asked: string
  figures: string
  /** The item's id, and that of a public piece of evidence for what is said of it. */
  item: string
  evidence: string
  /** The codes of a public set of indicators and of one with figures. */
  framework: string
  indicator: string
  /** The id of a figure of it. */
  figure: string
  /** The addresses of a report on the desk and of a section of it, and the name of its public edition. */
  report: string
  reportSection: string
  reportSlug: string
  /** The address of a statement on the desk that is open, the name of its public page, the secret of an invitation to sign it. */
  statement: string
  statementSlug: string
  signing: string
  /** The rest of an open invitation's address. */
  invitation: string
  /** The rest of the address of an offered partnership. */
  offer: string
  /** The ids of a questionnaire, a published round of it, and a respondent who has sent her answers. */
  questionnaire: string
  round: string
  respondent: string
  /** The secret of the link of one who has not, and the name of a page of her form. */
  answer: string
  answerPage: string
  /** The ids of a date of the organisation’s own, and of a calendar’s file that waits to be taken in. */
  ownDate: string
  calendarFile: string
}

export interface ListedPage {
  /** The route as the application registers it. */
  route: string
  address: (world: World) => string
  /** Who opens it: somebody signed in, or nobody. */
  as: 'nobody' | 'administrator'
  /** Status that is right for it; 200 where none is said. */
  status?: number
}

export const PAGES: ListedPage[] = [
  { route: '/', address: () => '/', as: 'nobody' },
  { route: '/about', address: () => '/about', as: 'nobody' },
  { route: '/countries', address: () => '/countries', as: 'nobody' },
  { route: '/countries/:country{[A-Za-z]{3}}', address: () => '/countries/COD', as: 'nobody' },
  { route: '/countries/:country{[A-Za-z]{3}}', address: () => '/countries/ISL', as: 'nobody' },
  { route: '/countries/:country{[A-Za-z]{3}}', address: () => '/countries/XYZ', as: 'nobody', status: 404 },
  { route: '/plans', address: () => '/plans', as: 'nobody' },
  { route: '/plans/:slug{[a-z0-9-]+}', address: w => `/plans/${w.published}`, as: 'nobody' },
  { route: '/plans/:slug{[a-z0-9-]+}', address: w => `/plans/${w.draft}`, as: 'administrator' },
  { route: '/plans/:slug{[a-z0-9-]+}', address: () => '/plans/no-such-plan', as: 'nobody', status: 404 },
  {
    route: '/plans/:slug{[a-z0-9-]+}/items/:ref{[0-9]{1,9}}',
    address: w => `/plans/${w.published}/items/${w.ref}`,
    as: 'nobody',
  },
  {
    route: '/plans/:slug{[a-z0-9-]+}/pages/:page{[0-9]{1,6}}',
    address: w => `/plans/${w.published}/pages/${w.page}?item=${w.ref}`,
    as: 'nobody',
  },
  { route: '/plans/:slug{[a-z0-9-]+}/versions', address: w => `/plans/${w.published}/versions`, as: 'nobody' },
  {
    route: '/plans/:slug{[a-z0-9-]+}/versions',
    address: w => `/plans/${w.published}/versions?with=${w.draft}`,
    as: 'administrator',
  },
  { route: '/desk/plans/:slug/versions', address: w => `/desk/plans/${w.published}/versions`, as: 'administrator' },
  { route: '/compare', address: () => '/compare', as: 'nobody' },
  { route: '/compare', address: w => `/compare?plan=${w.published}`, as: 'nobody' },
  { route: '/compare', address: w => `/compare?plan=${w.published}&plan=${w.draft}`, as: 'administrator' },
  { route: '/commitments', address: () => '/commitments', as: 'nobody' },
  { route: '/commitments', address: () => '/commitments?q=women&due=overdue&gap=nobody-spoke', as: 'nobody' },
  { route: '/commitments/:slug{[a-z0-9-]+}', address: w => `/commitments/${w.pledges}`, as: 'nobody' },
  {
    route: '/commitments/:slug{[a-z0-9-]+}/:ref{[0-9]{1,9}}',
    address: w => `/commitments/${w.pledges}/1`,
    as: 'nobody',
  },
  { route: '/desk/ledger', address: () => '/desk/ledger?q=women', as: 'administrator' },
  { route: '/desk/ledger/instruments', address: () => '/desk/ledger/instruments', as: 'administrator' },
  { route: '/desk/ledger/instruments/new', address: () => '/desk/ledger/instruments/new', as: 'administrator' },
  {
    route: '/desk/ledger/instruments/:slug',
    address: w => `/desk/ledger/instruments/${w.pledges}`,
    as: 'administrator',
  },
  {
    route: '/desk/ledger/instruments/:slug/rows/:ref{[0-9]{1,9}}',
    address: w => `/desk/ledger/instruments/${w.pledges}/rows/1`,
    as: 'administrator',
  },
  { route: '/desk/imports', address: () => '/desk/imports', as: 'administrator' },
  {
    route: '/desk/imports/:id{[0-9a-f-]{36}}',
    address: w => `/desk/imports/${w.imported}`,
    as: 'administrator',
  },
  {
    route: '/desk/imports/:id{[0-9a-f-]{36}}',
    address: w => `/desk/imports/${w.figures}`,
    as: 'administrator',
  },
  {
    route: '/desk/imports/:id{[0-9a-f-]{36}}/how',
    address: w => `/desk/imports/${w.asked}/how`,
    as: 'administrator',
  },
  { route: '/desk/indicators/warnings', address: () => '/desk/indicators/warnings', as: 'administrator' },
  { route: '/indicators', address: () => '/indicators', as: 'nobody' },
  { route: '/indicators/:framework{[a-z0-9-]+}', address: () => '/indicators/s-2010-498', as: 'nobody' },
  { route: '/indicators/:framework{[a-z0-9-]+}/:code', address: () => '/indicators/s-2010-498/11a', as: 'nobody' },
  {
    route: '/indicators/:framework{[a-z0-9-]+}/:code',
    address: w => `/indicators/${w.framework}/${encodeURIComponent(w.indicator)}`,
    as: 'nobody',
  },
  { route: '/desk/indicators', address: () => '/desk/indicators', as: 'administrator' },
  {
    route: '/desk/indicators/:framework{[a-z0-9-]+}',
    address: w => `/desk/indicators/${w.framework}`,
    as: 'administrator',
  },
  {
    route: '/desk/indicators/:framework{[a-z0-9-]+}/:code',
    address: w => `/desk/indicators/${w.framework}/${encodeURIComponent(w.indicator)}`,
    as: 'administrator',
  },
  { route: '/resolutions', address: () => '/resolutions', as: 'nobody' },
  { route: '/resolutions/paragraphs', address: () => '/resolutions/paragraphs', as: 'nobody' },
  { route: '/resolutions/frameworks', address: () => '/resolutions/frameworks', as: 'nobody' },
  { route: '/resolutions/:number', address: () => '/resolutions/1325', as: 'nobody' },
  { route: '/resolutions/:number', address: () => '/resolutions/2493', as: 'administrator' },
  { route: '/citations', address: () => '/citations', as: 'nobody' },
  { route: '/sign-in', address: () => '/sign-in', as: 'nobody' },
  { route: '/sign-in/code', address: () => '/sign-in/code', as: 'nobody' },
  { route: '/forgotten', address: () => '/forgotten', as: 'nobody' },
  { route: '/new-password/:token', address: () => '/new-password/used-or-wrong', as: 'nobody', status: 410 },
  { route: '/welcome/:token', address: w => `/welcome/${w.invitation}`, as: 'nobody' },
  { route: '/answer/:token', address: () => '/answer/no-link-that-was-ever-made', as: 'nobody', status: 404 },
  { route: '/answer/:token', address: w => `/answer/${w.answer}`, as: 'nobody' },
  { route: '/answer/:token/pages/:page', address: w => `/answer/${w.answer}/pages/${w.answerPage}`, as: 'nobody' },
  { route: '/answer/:token/review', address: w => `/answer/${w.answer}/review`, as: 'nobody' },
  {
    route: '/answer/:token/pages/:page',
    address: () => '/answer/no-link-that-was-ever-made/pages/plan',
    as: 'nobody',
    status: 404,
  },
  {
    route: '/answer/:token/review',
    address: () => '/answer/no-link-that-was-ever-made/review',
    as: 'nobody',
    status: 404,
  },
  { route: '/desk/questionnaires', address: () => '/desk/questionnaires', as: 'administrator' },
  {
    route: '/desk/questionnaires/:id{[0-9a-f-]{36}}',
    address: w => `/desk/questionnaires/${w.questionnaire}`,
    as: 'administrator',
  },
  {
    route: '/desk/questionnaires/:id{[0-9a-f-]{36}}/preview',
    address: w => `/desk/questionnaires/${w.questionnaire}/preview`,
    as: 'administrator',
  },
  {
    route: '/desk/questionnaires/:id{[0-9a-f-]{36}}/pages/:name',
    address: w => `/desk/questionnaires/${w.questionnaire}/pages/new`,
    as: 'administrator',
  },
  {
    route: '/desk/questionnaires/:id{[0-9a-f-]{36}}/questions/:name',
    address: w => `/desk/questionnaires/${w.questionnaire}/questions/new`,
    as: 'administrator',
  },
  { route: '/desk/rounds/:id{[0-9a-f-]{36}}', address: w => `/desk/rounds/${w.round}`, as: 'administrator' },
  {
    route: '/desk/rounds/:id{[0-9a-f-]{36}}/side-by-side',
    address: w => `/desk/rounds/${w.round}/side-by-side`,
    as: 'administrator',
  },
  {
    route: '/desk/rounds/:id{[0-9a-f-]{36}}/answers/:respondent{[0-9a-f-]{36}}',
    address: w => `/desk/rounds/${w.round}/answers/${w.respondent}`,
    as: 'administrator',
  },
  {
    route: '/desk/rounds/:id{[0-9a-f-]{36}}/links',
    address: w => `/desk/rounds/${w.round}/links`,
    as: 'administrator',
  },
  {
    route: '/desk/rounds/:id{[0-9a-f-]{36}}/several',
    address: w => `/desk/rounds/${w.round}/several`,
    as: 'administrator',
  },
  {
    route: '/desk/rounds/:id{[0-9a-f-]{36}}/respondents/:respondent{[0-9a-f-]{36}}',
    address: w => `/desk/rounds/${w.round}/respondents/${w.respondent}`,
    as: 'administrator',
  },
  { route: '/questionnaires/:id{[0-9a-f-]{36}}', address: w => `/questionnaires/${w.round}`, as: 'nobody' },
  { route: '/calendar', address: () => '/calendar', as: 'nobody' },
  { route: '/calendar/:month{[0-9]{4}-[0-9]{2}}', address: () => '/calendar/2026-12', as: 'nobody' },
  { route: '/calendar/:month{[0-9]{4}-[0-9]{2}}', address: () => '/calendar/2026-13', as: 'nobody', status: 404 },
  { route: '/bodies', address: () => '/bodies', as: 'nobody' },
  { route: '/bodies/:body{[a-z0-9-]+}', address: () => '/bodies/cedaw', as: 'nobody' },
  { route: '/calendar/reminders/:token', address: () => '/calendar/reminders/x', as: 'nobody', status: 404 },
  { route: '/desk/calendar', address: () => '/desk/calendar', as: 'administrator' },
  { route: '/desk/calendar/dates', address: () => '/desk/calendar/dates', as: 'administrator' },
  { route: '/desk/calendar/sessions', address: () => '/desk/calendar/sessions?body=cedaw', as: 'administrator' },
  {
    route: '/desk/calendar/sessions/:body{[a-z0-9-]+}/:id{[a-z0-9-]+}',
    address: () => '/desk/calendar/sessions/csw/csw-70',
    as: 'administrator',
  },
  {
    route: '/desk/calendar/sessions/:body{[a-z0-9-]+}/:id{[a-z0-9-]+}/deadlines',
    address: () => '/desk/calendar/sessions/csw/csw-70/deadlines',
    as: 'administrator',
  },
  { route: '/desk/calendar/settings', address: () => '/desk/calendar/settings', as: 'administrator' },
  { route: '/desk/calendar/import', address: () => '/desk/calendar/import', as: 'administrator' },
  {
    route: '/desk/calendar/dates/:id{[0-9a-f-]{36}}',
    address: w => `/desk/calendar/dates/${w.ownDate}`,
    as: 'administrator',
  },
  {
    route: '/desk/calendar/import/:id{[0-9a-f-]{36}}',
    address: w => `/desk/calendar/import/${w.calendarFile}`,
    as: 'administrator',
  },
  { route: '/desk', address: () => '/desk', as: 'administrator' },
  { route: '/desk', address: () => '/desk', as: 'nobody', status: 401 },
  { route: '/desk/plans/:slug', address: w => `/desk/plans/${w.draft}`, as: 'administrator' },
  { route: '/desk/plans/:slug', address: w => `/desk/plans/${w.published}`, as: 'administrator' },
  { route: '/desk/plans/:slug/history', address: w => `/desk/plans/${w.published}/history`, as: 'administrator' },
  { route: '/desk/plans/:slug/review', address: w => `/desk/plans/${w.draft}/review`, as: 'administrator' },
  { route: '/desk/plans/:slug/appraisal', address: w => `/desk/plans/${w.draft}/appraisal`, as: 'administrator' },
  { route: '/plans/:slug{[a-z0-9-]+}/report-card', address: w => `/plans/${w.published}/report-card`, as: 'nobody' },
  {
    route: '/plans/:slug{[a-z0-9-]+}/items/:ref{[0-9]{1,9}}',
    address: w => `/plans/${w.published}/items/${w.ref}`,
    as: 'administrator',
  },
  { route: '/recommendations', address: () => '/recommendations', as: 'nobody' },
  { route: '/recommendations', address: () => '/recommendations?country=COD&due=overdue', as: 'nobody' },
  { route: '/recommendations/:country{[A-Z]{3}}', address: () => '/recommendations/COD', as: 'nobody' },
  { route: '/reports', address: () => '/reports', as: 'nobody' },
  { route: '/reports/:slug{[a-z0-9-]+}', address: w => `/reports/${w.reportSlug}`, as: 'nobody' },
  {
    route: '/reports/:slug{[a-z0-9-]+}/:number{[0-9]{1,6}}',
    address: w => `/reports/${w.reportSlug}/1`,
    as: 'nobody',
  },
  { route: '/desk/recommendations', address: () => '/desk/recommendations', as: 'administrator' },
  { route: '/desk/recommendations/new', address: () => '/desk/recommendations/new', as: 'administrator' },
  {
    route: '/desk/recommendations/countries/:country{[A-Z]{3}}',
    address: () => '/desk/recommendations/countries/COD',
    as: 'administrator',
  },
  {
    route: '/desk/recommendations/sets/:slug{[a-z0-9-]+}',
    address: w => `/desk/recommendations/sets/${w.recommendations}`,
    as: 'administrator',
  },
  {
    route: '/desk/recommendations/sets/:slug{[a-z0-9-]+}/:ref{[0-9]{1,9}}',
    address: w => `/desk/recommendations/sets/${w.recommendations}/1`,
    as: 'administrator',
  },
  { route: '/statements', address: () => '/statements', as: 'nobody' },
  { route: '/statements/:slug{[a-z0-9-]+}', address: w => `/statements/${w.statementSlug}`, as: 'nobody' },
  {
    route: '/statements/:slug{[a-z0-9-]+}/:number{[0-9]{1,6}}',
    address: w => `/statements/${w.statementSlug}/1`,
    as: 'nobody',
  },
  { route: '/statements/:slug{[a-z0-9-]+}/sign', address: w => `/statements/${w.statementSlug}/sign`, as: 'nobody' },
  {
    route: '/statements/:slug{[a-z0-9-]+}/sign/asked',
    address: w => `/statements/${w.statementSlug}/sign/asked`,
    as: 'nobody',
  },
  { route: '/sign/:token', address: w => `/sign/${w.signing}`, as: 'nobody' },
  { route: '/sign/:token', address: () => '/sign/no-link-that-was-ever-made', as: 'nobody', status: 404 },
  {
    route: '/sign/confirm/:token',
    address: () => '/sign/confirm/no-link-that-was-ever-made',
    as: 'nobody',
    status: 404,
  },
  { route: '/sign/forgotten', address: () => '/sign/forgotten', as: 'nobody' },
  { route: '/desk/statements', address: () => '/desk/statements', as: 'administrator' },
  { route: '/desk/statements/:id{[0-9a-f-]{36}}', address: w => w.statement, as: 'administrator' },
  {
    route: '/desk/statements/:id{[0-9a-f-]{36}}/texts/:language',
    address: w => `${w.statement}/texts/en`,
    as: 'administrator',
  },
  {
    route: '/desk/statements/:id{[0-9a-f-]{36}}/silent',
    address: w => `${w.statement}/silent?kind=overdue`,
    as: 'administrator',
  },
  {
    route: '/desk/statements/:id{[0-9a-f-]{36}}/signatures',
    address: w => `${w.statement}/signatures`,
    as: 'administrator',
  },
  { route: '/desk/statements/:id{[0-9a-f-]{36}}/invite', address: w => `${w.statement}/invite`, as: 'administrator' },
  { route: '/desk/statements/:id{[0-9a-f-]{36}}/by-hand', address: w => `${w.statement}/by-hand`, as: 'administrator' },
  { route: '/desk/reports', address: () => '/desk/reports', as: 'administrator' },
  { route: '/desk/reports/brief', address: () => '/desk/reports/brief?country=COD&month=2026-01', as: 'administrator' },
  { route: '/desk/reports/:id{[0-9a-f-]{36}}', address: w => w.report, as: 'administrator' },
  { route: '/desk/reports/:id{[0-9a-f-]{36}}/rule', address: w => `${w.report}/rule`, as: 'administrator' },
  {
    route: '/desk/reports/:id{[0-9a-f-]{36}}/compare',
    address: w => `${w.report}/compare`,
    as: 'administrator',
  },
  { route: '/desk/reports/:id{[0-9a-f-]{36}}/freeze', address: w => `${w.report}/freeze`, as: 'administrator' },
  { route: '/desk/reports/:id{[0-9a-f-]{36}}/facts', address: w => `${w.report}/facts`, as: 'administrator' },
  {
    route: '/desk/reports/:id{[0-9a-f-]{36}}/sections/:section',
    address: w => w.reportSection,
    as: 'administrator',
  },
  {
    route: '/desk/reports/:id{[0-9a-f-]{36}}/sections/:section/versions',
    address: w => `${w.reportSection}/versions`,
    as: 'administrator',
  },
  {
    route: '/desk/reports/:id{[0-9a-f-]{36}}/sections/:section/insert',
    address: w => `${w.reportSection}/insert`,
    as: 'administrator',
  },
  { route: '/evidence/:id', address: w => `/evidence/${w.evidence}`, as: 'nobody' },
  { route: '/desk/voices', address: () => '/desk/voices', as: 'administrator' },
  { route: '/desk/voices/:item{[0-9a-f-]{36}}', address: w => `/desk/voices/${w.item}`, as: 'administrator' },
  { route: '/desk/evidence', address: () => '/desk/evidence', as: 'administrator' },
  { route: '/desk/evidence/add', address: () => '/desk/evidence/add', as: 'administrator' },
  { route: '/desk/evidence/add', address: () => '/desk/evidence/add?kind=dataset', as: 'administrator' },
  {
    route: '/desk/evidence/items/:item{[0-9a-f-]{36}}',
    address: w => `/desk/evidence/items/${w.item}`,
    as: 'administrator',
  },
  {
    route: '/desk/evidence/figures/:figure{[0-9a-f-]{36}}',
    address: w => `/desk/evidence/figures/${w.figure}`,
    as: 'administrator',
  },
  { route: '/desk/evidence/:id', address: w => `/desk/evidence/${w.evidence}`, as: 'administrator' },
  { route: '/people', address: () => '/people', as: 'administrator' },
  { route: '/partners', address: () => '/partners', as: 'administrator' },
  { route: '/partners/accept/:token', address: w => `/partners/accept/${w.offer}`, as: 'administrator' },
  { route: '/organisations', address: () => '/organisations', as: 'administrator' },
  { route: '/account', address: () => '/account', as: 'administrator' },
  { route: '/account/password', address: () => '/account/password', as: 'administrator' },
  { route: '/account/second-step', address: () => '/account/second-step', as: 'administrator' },
  { route: '/account/delete', address: () => '/account/delete', as: 'administrator' },
]

/** Routes that answer with something else than a page. */
export const NOT_PAGES = [
  '/healthz',
  '/robots.txt',
  '/plans.csv',
  '/plans.json',
  '/plans.atom',
  '/commitments.csv',
  '/commitments.xlsx',
  '/commitments.json',
  '/commitments.atom',
  '/recommendations.csv',
  '/recommendations.xlsx',
  '/recommendations.json',
  '/plans/:file{[a-z0-9-]+\\.(?:json|csv|xlsx)}',
  '/plans/:slug/pages/:picture{[0-9]+\\.webp}',
  '/plans/:slug/original',
  '/plans/:slug{[a-z0-9-]+}/versions.csv',
  '/compare.csv',
  '/indicators/:framework{[a-z0-9-]+}/:code/figures.csv',
  '/plans/:slug{[a-z0-9-]+}/report-card.xlsx',
  '/evidence/:id/file',
  '/reports/:slug{[a-z0-9-]+}/:file{[0-9]{1,6}\\.[a-z]+}',
  '/statements/:slug{[a-z0-9-]+}/list.csv',
  '/statements/:slug{[a-z0-9-]+}/signers.csv',
  '/statements/:slug{[a-z0-9-]+}/:file{words-[0-9]{1,6}\\.md}',
  '/statements/:slug{[a-z0-9-]+}/:file{[A-Za-z]+(?:-[A-Za-z]+)*\\.(?:docx|pdf|html|md)}',
  '/desk/statements/:id{[0-9a-f-]{36}}/signatures.csv',
  '/desk/statements/:id{[0-9a-f-]{36}}/signatures.xlsx',
  '/desk/reports/:file{brief\\.[a-z]+}',
  '/desk/reports/:id{[0-9a-f-]{36}}/:file{draft\\.[a-z]+}',
  '/desk/rounds/:id{[0-9a-f-]{36}}/answers.csv',
  '/desk/rounds/:id{[0-9a-f-]{36}}/links.csv',
  '/desk/rounds/:id{[0-9a-f-]{36}}/answers.xlsx',
  '/desk/rounds/:id{[0-9a-f-]{36}}/answers/:respondent{[0-9a-f-]{36}}/files/:sha256{[0-9a-f]{64}}',
  '/answer/worker.js',
  '/answer/:token/conditions',
  '/calendar.csv',
  '/calendar.xlsx',
  '/calendar.ics',
  '/calendar.atom',
  '/calendar/mine/:file{[A-Za-z0-9_-]{43}\\.ics}',
  '/calendar/:file{[A-Za-z]{3}\\.ics}',
  '/bodies/:file{[a-z0-9-]+\\.ics}',
  '/resolutions.json',
  '/resolutions.csv',
  '/resolutions/paragraphs.json',
  '/resolutions/paragraphs.csv',
  '/resolutions/frameworks.json',
  '/desk/imports/:id{[0-9a-f-]{36}}/wrong.csv',
  '/desk/indicators/warnings.csv',
  '/desk/plans/:slug/progress',
  '/desk/plans/:slug/appraisal/:criterion',
  '/desk/plans/:slug/appraisal/:criterion/answer',
  '/desk/plans/:slug/review/changes',
]

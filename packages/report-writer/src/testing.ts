/** For tests and the bench: a report with everything in it, in English and in Arabic. */
import { words, type Block, type ReportDocument } from './document.ts'
import { parseMarkup } from './markup.ts'
import { lineChart } from './chart.ts'

const figure = (
  caption: string,
  alt: string,
  name: string,
  header: [string, string],
  write: (n: number) => string,
): Block => ({
  kind: 'figure',
  svg: lineChart({
    lines: [
      {
        name,
        points: [
          { at: 2019, value: 8 },
          { at: 2020, value: 11 },
          { at: 2022, value: 14 },
        ],
      },
    ],
    target: { value: 30, name: '30' },
    write,
  })!,
  alt,
  caption,
  table: {
    header,
    rows: [
      ['2019', '8'],
      ['2020', '11'],
      ['2022', '14'],
    ].map(row => row.map(cell => [words(cell)])),
  },
})

const ENGLISH = `## Legal framework

The plan of 2019 names **one** ministry and *no* budget.^[National Action Plan, page 12.] See [the plan](https://example.org/plan?a=1&b=2) (pages 3–4).

- A law on equality was passed
- No decree has followed, "as promised" <yet>

1. First the budget
2. Then the report

> Women took part in two of the six rounds.
> -- Report of the committee, page 4

### Money

| Year | Voted | Spent |
|---|---|---|
| 2021 | 100 000 | 12 000 |
| 2022 | none | none |

---

## Participation

Two of 24 mediators were women.^[Roster of the ministry, 2022, with *one* woman added later.]`

const ARABIC = `## الإطار القانوني

تسمّي خطة العمل الوطنية لعام 2019 وزارة **واحدة** فقط دون ميزانية.^[خطة العمل الوطنية، الصفحة 12.] انظر [نص الخطة](https://example.org/plan) (الصفحتان 3 و4).

- صدر قانون بشأن المساواة
- لم يصدر أي مرسوم (القرار 1325)

1. أولاً الميزانية
2. ثم التقرير

> شاركت النساء في جولتين من أصل ست جولات.
> -- تقرير اللجنة، الصفحة 4

### المال

| السنة | المعتمد | المنفق |
|---|---|---|
| 2021 | 100000 | 12000 |
| 2022 | لا شيء | لا شيء |

---

## المشاركة

كانت امرأتان من بين 24 وسيطاً.^[سجل الوزارة، 2022.]`

export const englishReport = (): ReportDocument => ({
  language: 'en',
  title: 'What became of the promises: alternative report',
  cover: {
    subtitle: 'To the Committee on the Elimination of Discrimination against Women',
    facts: [
      { label: 'Organisation', value: 'Women’s Peace Network' },
      { label: 'Country', value: 'Democratic Republic of the Congo' },
    ],
    note: 'This report may be published.',
  },
  contents: 'Contents',
  notes: 'Notes',
  blocks: [
    { kind: 'heading', level: 1, text: 'Findings' },
    ...parseMarkup(ENGLISH),
    figure(
      'Women among mediators',
      'A line that rises from 8 in 2019 to 14 in 2022; the target is 30.',
      'Government',
      ['Year', 'Women'],
      String,
    ),
  ],
  claims: [],
})

export const arabicReport = (): ReportDocument => ({
  language: 'ar',
  title: 'ماذا حلّ بالوعود: تقرير بديل',
  cover: {
    subtitle: 'إلى اللجنة المعنية بالقضاء على التمييز ضد المرأة',
    facts: [
      { label: 'المنظمة', value: 'شبكة السلام النسائية' },
      { label: 'البلد', value: 'العراق' },
    ],
    note: 'يجوز نشر هذا التقرير.',
  },
  contents: 'المحتويات',
  notes: 'الحواشي',
  blocks: [
    { kind: 'heading', level: 1, text: 'النتائج' },
    ...parseMarkup(ARABIC),
    figure(
      'النساء بين الوسطاء',
      'خط يرتفع من 8 في عام 2019 إلى 14 في عام 2022، والهدف 30.',
      'الحكومة',
      ['السنة', 'النساء'],
      String,
    ),
  ],
  claims: [],
})

import type { MadePlan } from '../plan.ts'

/** Right to left, Arabic-Indic digits, lists in cells, outcomes, baselines and targets. */
export const arabicIndic: MadePlan = {
  name: 'ar-lists',
  language: 'ar',
  title: 'الخطة الوطنية لتطبيق قرار مجلس الأمن ١٣٢٥ حول المرأة والسلام والأمن',
  issuer: 'مملكة السهول',
  period: '٢٠٢٢-٢٠٢٥',
  years: { start: '2022', end: '2025' },
  illustrative: 'خطة متخيلة كُتبت لاختبار القارئ',
  sections: [
    {
      heading: 'تمهيد',
      paragraphs: ['أعدت اللجنة الوطنية لشؤون المرأة هذه الخطة بمشاركة الوزارات ومنظمات المجتمع المدني.'],
    },
  ],
  matrixHeading: 'الإطار المنطقي',
  columns: [
    { header: 'الهدف الاستراتيجي', holds: 'objective', width: 4 },
    { header: 'النتائج المتوقعة', holds: 'outcome', width: 4 },
    { header: 'الأنشطة', holds: 'actions', width: 6 },
    { header: 'المؤشرات', holds: 'indicators', width: 5 },
    { header: 'خط الأساس', holds: 'baseline', width: 2 },
    { header: 'القيمة المستهدفة', holds: 'target', width: 2.2 },
    { header: 'الجهات المنفذة', holds: 'responsible', width: 4 },
    { header: 'المدة الزمنية', holds: 'timeframe', width: 2.6 },
  ],
  pillarsAs: 'headings',
  pillars: [
    {
      number: 'المحور الأول',
      text: 'الوقاية',
      objectives: [
        {
          number: '١',
          text: 'دمج منظور النوع الاجتماعي في سياسات الأمن',
          outcome: 'مؤسسات أمنية تستجيب لاحتياجات النساء',
          rows: [
            {
              actions: ['مراجعة قوانين الخدمة في الشرطة', 'إدراج مساق عن القرار في كليات الأمن'],
              indicators: [{ text: 'عدد القوانين التي تمت مراجعتها', baseline: '٠', target: '٤' }],
              responsible: 'وزارة الداخلية',
              timeframe: '٢٠٢٢-٢٠٢٣',
            },
            {
              actions: ['تعيين ضابطات ارتباط في مديريات الأمن'],
              indicators: [{ text: 'عدد ضابطات الارتباط', baseline: '٣', target: '١٢' }],
              responsible: 'مديرية الأمن العام',
              timeframe: '٢٠٢٣',
            },
          ],
        },
      ],
    },
    {
      number: 'المحور الثاني',
      text: 'الإغاثة والإنعاش',
      objectives: [
        {
          number: '٢',
          text: 'ضمان وصول النساء اللاجئات إلى الخدمات',
          outcome: 'خدمات صحية ونفسية متاحة وآمنة',
          rows: [
            {
              actions: ['تشغيل عيادات متنقلة في المخيمات'],
              indicators: [{ text: 'عدد العيادات المتنقلة العاملة', baseline: '٢', target: '٨' }],
              responsible: 'وزارة الصحة',
              timeframe: '٢٠٢٢-٢٠٢٥',
            },
          ],
        },
      ],
    },
  ],
}

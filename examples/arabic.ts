import type { MadePlan } from '../packages/reader/test/plans/plan.ts'

/** A right-to-left plan: dates and money for most actions, no baseline and no target, civil society in carrying it out. */
export const arabic: MadePlan = {
  name: 'wahat-2023-2026-ar',
  language: 'ar',
  title: 'خطة العمل الوطنية لتنفيذ قرار مجلس الأمن 1325 بشأن المرأة والسلام والأمن',
  issuer: 'جمهورية الواحات',
  period: '2023-2026',
  years: { start: '2023', end: '2026' },
  illustrative: 'خطة توضيحية لدولة متخيلة، كُتبت لمشروع Open1325',
  sections: [
    {
      heading: '1. المقدمة',
      paragraphs: [
        'تجمع هذه الخطة التزامات الحكومة تجاه النساء والفتيات في المناطق التي عرفت النزاع، وتحدد لكل نشاط جهة مسؤولة وموعداً.',
        'أعدت وزارة شؤون المرأة الخطة بالتشاور مع منظمات المجتمع المدني في خمس محافظات.',
      ],
    },
    {
      heading: '2. التنسيق والمتابعة',
      paragraphs: [
        'تتولى لجنة وطنية برئاسة وزارة شؤون المرأة تنسيق تنفيذ الخطة.',
        'ترفع اللجنة تقريراً سنوياً عن تنفيذ الخطة إلى مجلس الوزراء.',
      ],
    },
  ],
  matrixHeading: '3. مصفوفة التنفيذ',
  columns: [
    { header: 'الهدف', holds: 'objective', width: 4 },
    { header: 'النشاط', holds: 'actions', width: 6 },
    { header: 'المؤشر', holds: 'indicators', width: 5 },
    { header: 'الجهة المسؤولة', holds: 'responsible', width: 4 },
    { header: 'الإطار الزمني', holds: 'timeframe', width: 2.6 },
    { header: 'الميزانية (دولار أمريكي)', holds: 'budget', width: 3 },
  ],
  pillarsAs: 'bands',
  pillars: [
    {
      number: 'المحور 1',
      text: 'المشاركة',
      objectives: [
        {
          number: '1',
          text: 'زيادة مشاركة النساء في مواقع صنع القرار المتعلق بالسلام والأمن',
          rows: [
            {
              actions: ['تعديل قانون المجالس المحلية ليضمن ثلث المقاعد للنساء'],
              indicators: [{ text: 'نسبة النساء في المجالس المحلية' }],
              responsible: 'وزارة الداخلية',
              timeframe: '2023-2024',
              budget: '45,000',
            },
            {
              actions: ['تدريب وسيطات محليات على حل النزاعات في المحافظات الخمس'],
              indicators: [{ text: 'عدد الوسيطات المدربات' }],
              responsible: 'وزارة شؤون المرأة ومنظمات المجتمع المدني',
              timeframe: '2023-2026',
              budget: '180,000',
            },
          ],
        },
      ],
    },
    {
      number: 'المحور 2',
      text: 'الوقاية والحماية',
      objectives: [
        {
          number: '2',
          text: 'حماية النساء والفتيات من العنف في أوقات النزاع وبعدها',
          rows: [
            {
              actions: ['إنشاء مراكز استماع وإيواء في المحافظات المتضررة'],
              indicators: [{ text: 'عدد المراكز العاملة' }],
              responsible: 'وزارة الشؤون الاجتماعية',
              timeframe: '2024-2026',
              budget: '620,000',
            },
            {
              actions: ['تدريب القضاة وأعضاء النيابة على قضايا العنف الجنسي'],
              indicators: [{ text: 'عدد القضاة المدربين' }],
              responsible: 'وزارة العدل',
              timeframe: '2024',
              budget: '75,000',
            },
          ],
        },
      ],
    },
    {
      number: 'المحور 3',
      text: 'الإغاثة والإنعاش',
      objectives: [
        {
          number: '3',
          text: 'تمكين النساء من الموارد في مرحلة الإنعاش',
          rows: [
            {
              actions: ['تخصيص ربع مشاريع إعادة الإعمار الصغيرة لشركات تقودها نساء'],
              indicators: [{ text: 'نسبة العقود الممنوحة لشركات تقودها نساء' }],
              responsible: 'وزارة المالية ومنظمات المجتمع المدني',
              timeframe: '2025-2026',
            },
          ],
        },
      ],
    },
  ],
}

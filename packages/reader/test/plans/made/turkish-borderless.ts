import type { MadePlan } from '../plan.ts'

/** No rule anywhere: columns held by white space, rows by a wider gap. */
export const turkishBorderless: MadePlan = {
  name: 'tr-borderless',
  language: 'tr',
  title: 'Kadın, Barış ve Güvenlik Yerel Eylem Planı',
  issuer: 'Ovalı Belediyesi',
  period: '2025-2027',
  years: { start: '2025', end: '2027' },
  illustrative: 'Okuyucuyu denemek için yazılmış kurgusal plan',
  sections: [
    {
      heading: 'Giriş',
      paragraphs: ['Plan, kadın örgütleriyle yapılan dört toplantıda hazırlandı. Her yıl izleme raporu yayımlanır.'],
    },
  ],
  matrixHeading: 'Eylem tablosu',
  columns: [
    { header: 'Hedef', holds: 'objective', width: 4 },
    { header: 'Faaliyet', holds: 'actions', width: 5.5 },
    { header: 'Gösterge', holds: 'indicators', width: 4.5 },
    { header: 'Sorumlu kurum', holds: 'responsible', width: 3.5 },
    { header: 'Süre', holds: 'timeframe', width: 2.2 },
  ],
  pillarsAs: 'headings',
  rules: 'none',
  pillars: [
    {
      number: 'Eksen 1',
      text: 'Katılım',
      objectives: [
        {
          number: '1',
          text: 'Kadınların mahalle meclislerinde eşit temsili',
          rows: [
            {
              actions: ['Meclis yönetmeliğinin en az yarısı kadın olacak biçimde değiştirilmesi'],
              indicators: [{ text: 'Meclislerdeki kadın oranı' }],
              responsible: 'Belediye Meclisi',
              timeframe: '2025',
            },
            {
              actions: ['Kadın arabulucular için eğitim düzenlenmesi'],
              indicators: [{ text: 'Eğitimi tamamlayan kadın sayısı' }],
              responsible: 'Kadın ve Aile Müdürlüğü',
              timeframe: '2025-2026',
            },
          ],
        },
        {
          number: '2',
          text: 'Kararların açık ve izlenebilir olması',
          rows: [
            {
              actions: ['Meclis tutanaklarının internette yayımlanması'],
              indicators: [{ text: 'Yayımlanan tutanak sayısı' }],
              responsible: 'Bilgi İşlem Müdürlüğü',
              timeframe: '2025-2027',
            },
          ],
        },
      ],
    },
    {
      number: 'Eksen 2',
      text: 'Koruma',
      objectives: [
        {
          number: '3',
          text: 'Şiddete uğrayan kadınlara güvenli barınma',
          rows: [
            {
              actions: ['İkinci kadın sığınağının açılması'],
              indicators: [{ text: 'Sığınak kapasitesi' }],
              responsible: 'Sosyal Hizmetler Müdürlüğü',
              timeframe: '2026',
            },
            {
              actions: ['Göçmen kadınlar için tercüman görevlendirilmesi'],
              indicators: [{ text: 'Tercüman eşliğinde yapılan görüşme sayısı' }],
              responsible: 'Sosyal Hizmetler Müdürlüğü',
              timeframe: '2025-2027',
            },
          ],
        },
      ],
    },
  ],
}

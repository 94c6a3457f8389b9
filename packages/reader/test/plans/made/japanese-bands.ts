import type { MadePlan } from '../plan.ts'

/** A script without spaces between words. No font of it comes with the tests: it is set as Word file, web page and spreadsheet. */
export const japaneseBands: MadePlan = {
  name: 'ja-bands',
  language: 'ja',
  title: '女性・平和・安全保障に関する行動計画',
  issuer: '青峰国政府',
  period: '2025年–2029年',
  years: { start: '2025', end: '2029' },
  illustrative: '読み取りを試すために書かれた架空の計画',
  sections: [
    {
      heading: 'はじめに',
      paragraphs: [
        'この計画は、安全保障理事会決議第1325号を実施するために、市民社会との対話を経て策定された。毎年、実施状況を国会に報告する。',
      ],
    },
  ],
  matrixHeading: '具体的施策の一覧',
  columns: [
    { header: '目標', holds: 'objective', width: 4 },
    { header: '具体策', holds: 'actions', width: 5 },
    { header: '指標', holds: 'indicators', width: 4 },
    { header: '担当府省庁', holds: 'responsible', width: 3 },
    { header: '実施時期', holds: 'timeframe', width: 2 },
  ],
  pillarsAs: 'bands',
  pillars: [
    {
      number: '柱1',
      text: '参画',
      objectives: [
        {
          number: '1',
          text: '和平交渉に女性が対等に参加する',
          rows: [
            {
              actions: ['女性の調停者を育成する研修を毎年開く', '国の代表団に女性を任命する'],
              indicators: [{ text: '研修を修了した女性の数' }, { text: '代表団に占める女性の割合' }],
              responsible: '外務省',
              timeframe: '2025年',
            },
            {
              actions: ['地域の防災会議に女性の席を設ける'],
              indicators: [{ text: '女性の委員がいる会議の数' }],
              responsible: '内閣府',
              timeframe: '2026年–2027年',
            },
          ],
        },
      ],
    },
    {
      number: '柱2',
      text: '保護',
      objectives: [
        {
          number: '2',
          text: '紛争下の性的暴力を受けた人が支援を受けられる',
          rows: [
            {
              actions: ['派遣される隊員全員に研修を行う'],
              indicators: [{ text: '研修を受けた隊員の割合' }],
              responsible: '防衛省',
              timeframe: '2028年',
            },
            {
              actions: ['現地の相談窓口に資金を出す'],
              indicators: [{ text: '支援した窓口の数' }],
              responsible: '外務省',
              timeframe: '2029年',
            },
          ],
        },
      ],
    },
  ],
}

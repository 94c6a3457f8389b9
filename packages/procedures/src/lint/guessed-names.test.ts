import { describe, expect, test } from 'vitest'
import type { SubmissionFacts } from './finding.ts'
import { lint } from './lint.ts'
import { peopleNamed } from './names.ts'

const names = (language: string, text: string, facts: SubmissionFacts = {}): string[] =>
  lint({ language, blocks: [{ kind: 'paragraph', text }] }, null, facts)
    .filter(({ code, severity }) => code === 'person-without-consent' && severity === 'check')
    .map(({ where }) => where!.quote)

describe('a name that stands as a private person’s does is shown to somebody who looks', () => {
  test.each<[string, string, string]>([
    ['en', 'A survivor, Jane Addams, waited nine years.', 'Jane Addams'],
    ['en', 'Mrs. J. Addams was questioned three times.', 'J. Addams'],
    ['en', '“They turned me away,” said Jane Addams, 27, of the upper valley.', 'Jane Addams'],
    ['en', 'Jane Addams, a women’s leader from the valley, received threats.', 'Jane Addams'],
    ['en', 'Our interview with Jane Addams-Starr was in May.', 'Jane Addams-Starr'],
    ['en', 'My colleague Huda al-Shaarawi could not come.', 'Huda al-Shaarawi'],
    ['en', '“I will not apply again,” says Jane Addams.', 'Jane Addams'],
    ['en', 'Jane Addams slept in one of them for nine months.', 'Jane Addams'],
    ['es', 'A Clara Campoamor le quemaron la casa.', 'Clara Campoamor'],
    ['fr', 'Nous avons parlé à Hélène Louise Brion, venue de loin.', 'Hélène Louise Brion'],
    ['en', 'One of them, Jane Addams, took it back.', 'Jane Addams'],
    ['en', 'Jane Addams (27), who had called the strike, was taken from a house.', 'Jane Addams'],
    ['fr', 'L’agente communautaire Hélène Brion y est menacée.', 'Hélène Brion'],
    ['es', 'Así lo siente Clara Campoamor, que a los 14 años fue detenida en la base.', 'Clara Campoamor'],
    ['ru', 'Это случилось с Александрой Коллонтай, 31 год.', 'Александрой Коллонтай'],
    ['fr', 'Mme Hélène Brion a raconté son enlèvement.', 'Hélène Brion'],
    ['fr', 'Entretien avec Hélène Brion, institutrice, le 4 mai.', 'Hélène Brion'],
    ['fr', 'Hélène Brion, arrivée de la vallée avec les siens, y dort.', 'Hélène Brion'],
    ['es', 'La lideresa Clara Campoamor salió desplazada en marzo.', 'Clara Campoamor'],
    ['es', 'Doña Clara Campoamor Rodríguez espera la casa prometida.', 'Clara Campoamor Rodríguez'],
    ['es', 'Entre ellas está Clara Campoamor, costurera, presa desde mayo.', 'Clara Campoamor'],
    ['ru', 'Жительница города Александра Коллонтай потеряла дом.', 'Александра Коллонтай'],
    ['ru', 'Активистка Коллонтай А. М. была вызвана на допрос.', 'Коллонтай А. М.'],
    ['uk', 'Нам про це розповіла вчителька Леся Українка.', 'Леся Українка'],
    ['ar', 'واحتُجزت الناشطة هدى شعراوي في الطريق.', 'هدى شعراوي'],
    ['ar', 'قالت الناشطة الحقوقية هدى شعراوي، إنها انتظرت عامين.', 'هدى شعراوي'],
  ])('%s: %s', (language, text, expected) => {
    expect(names(language, text)).toEqual([expected])
  })

  test.each<[string, string, string[]]>([
    ['en', 'In March Emily Balch came back to the valley.', ['Emily Balch']],
    ['en', 'Soldiers stood at the gate of the house of Emily Balch.', ['Emily Balch']],
    [
      'en',
      'The guard turned away Emily Balch, Anita Augspurg and Rosa Mayreder.',
      ['Emily Balch', 'Anita Augspurg', 'Rosa Mayreder'],
    ],
    ['en', '“They wrote down a colour and nothing else” (E. Balch, the valley, 3 May).', ['E. Balch']],
    ['en', 'Emily Balch waits for an answer.', ['Emily Balch']],
    ['en', 'Some 1500 soldiers burned the house of Emily Balch.', ['Emily Balch']],
    ['en', 'The yard of Emily Balch’s clinic was burned by order of the commander.', ['Emily Balch']],
    ['en', 'The survivor June Hallam fled; on Monday June Hallam waits for an answer.', ['June Hallam', 'June Hallam']],
    ['en', 'Maria Santos came back home.', ['Maria Santos']],
    ['es', 'La familia de Rosa Mayreder vive aquí; asesinaron a su esposo.', ['Rosa Mayreder']],
    ['fr', 'On accouche depuis lors chez Hélène Brion.', ['Hélène Brion']],
    ['fr', 'En février, Hélène Brion est rentrée. Le plan cite la résolution 1820 (2008).', ['Hélène Brion']],
    ['es', '“Nadie nos avisó”, repite Rosa Mayreder.', ['Rosa Mayreder']],
    ['es', 'Las clases se dan en la casa de Emilia Pardo.', ['Emilia Pardo']],
    ['ru', 'Дом не восстановили; среди них Анна Шабанова и Мария Чехова.', ['Анна Шабанова', 'Мария Чехова']],
    ['uk', 'У березні Наталія Кобринська повернулася додому.', ['Наталія Кобринська']],
    ['ar', '«أخذوا ابنتي مني» (هدى شعراوي، القاهرة).', ['هدى شعراوي']],
  ])('by a given name that is known, at her door or on her way; %s: %s', (language, text, expected) => {
    expect(names(language, text)).toEqual(expected)
  })

  test('in a table and in a footnote', () => {
    const found = lint(
      {
        language: 'en',
        blocks: [
          { kind: 'table', header: ['Place', 'Seen'], rows: [['Valley (Jane Addams, widow)', '120']] },
          { kind: 'table', header: ['Place', 'Seen'], rows: [['Coast (Emily Balch)', '120']] },
          { kind: 'footnote', text: 'Interview with Alva Myrdal, a nurse.' },
        ],
      },
      null,
    )
    expect(found.map(({ where }) => where?.quote)).toEqual(['Jane Addams', 'Emily Balch', 'Alva Myrdal'])
  })
})

describe('who is named in public is left alone', () => {
  test.each([
    ['en', 'I thank Ms. Sima Bahous, Executive Director of UN Women, who spoke before me. Ms. Bahous was right.'],
    ['en', 'Mr. President, Mr. Secretary-General, Madam Chair, Excellencies.'],
    ['en', 'We thank Mrs. Alva Myrdal for her briefing, and join others in thanking Ms. Jane Addams.'],
    ['en', 'The former President of Ireland, Mary Robinson, and Ellen Johnson Sirleaf won a seat.'],
    ['en', 'Jane Addams, a survivor of typhoid and laureate of the Nobel Peace Prize, wrote it.'],
    [
      'en',
      'In 1919 Emily Balch came back to the valley. Anita Augspurg Street is closed, and so is the hospital of Rosa Mayreder.',
    ],
    [
      'en',
      'Emily Balch writes of peace; “Approaches” by Emily Balch is read here. Emily Balch (2019) has the figures.',
    ],
    ['fr', 'Le roman de Hélène Brion, la loi Emma Goldman et le lycée Marie Guillot sont connus.'],
    ['es', 'Emilia Pardo publicó una novela. La plaza Rosa Mayreder está cerrada.'],
    ['en', 'Women such as Sister Lorraine Garasu brought peace about. Cynthia Enloe (2014) says why.'],
    ['en', 'In Port Sudan, a nurse told us so. In Western Equatoria, a mother of three said it as well.'],
    ['en', 'Human Rights Watch told us, and so did the Nelson Mandela Foundation, a defender of rights.'],
    ['fr', 'La Première ministre, Judith Suminwa Tuluka, et Mme Joyce Msuya, secrétaire générale adjointe, ont parlé.'],
    ['fr', 'Madame la Présidente, Olympe de Gouges l’écrivait en 1791. Le docteur Denis Mukwege, prix Nobel, soigne.'],
    ['es', 'Señora Presidenta, señor Secretario General António Guterres: Clara Campoamor ganó el voto.'],
    ['es', 'Las hermanas Patria, Minerva y María Teresa Mirabal; Rufina Amaya, testigo de la masacre, murió en 2007.'],
    ['es', 'Visitación Padilla, maestra, encabezó en 1924 la protesta.'],
    ['es', 'Angélica Mendoza de Ascarza, «Mamá Angélica», fundó la asociación.'],
    ['ru', 'Президент Майя Санду и министр обороны Анатолий Носатый; Берта фон Зутнер писала об этом.'],
    ['ru', 'В Жогорку Кенеше одна женщина из Ошской области; активистки Сети женщин Памира встретились.'],
    ['ar', 'وقالت وزيرة التنمية الاجتماعية وفاء بني مصطفى ذلك، وكانت هدى شعراوي عام 1923 في القاهرة.'],
    ['ar', 'الناجية من العنف، والسيدة التي تعمل في المخيم، والناشطة في القرية.'],
  ])('%s: %s', (language, text) => {
    expect(names(language, text)).toEqual([])
  })

  test('who agreed to be named and who submits are no finding; who did not agree is one that must be mended', () => {
    const text = 'A nurse, Jane Addams, told us, said the teacher Alva Myrdal of Rosa Mayreder.'
    expect(names('en', text)).toEqual(['Jane Addams', 'Alva Myrdal'])
    const facts: SubmissionFacts = {
      stated: { organisation: 'Alva Myrdal House' },
      people: [
        { name: 'Jane Addams', consent: true },
        { name: 'Rosa Mayreder', consent: false },
      ],
    }
    const found = lint({ language: 'en', blocks: [{ kind: 'paragraph', text }] }, null, facts)
    expect(found.map(({ severity, where }) => [severity, where?.quote])).toEqual([['error', 'Rosa Mayreder']])
  })
})

describe('further people whom a text names are a list to look through', () => {
  const listed = (text: string, facts: SubmissionFacts = {}) =>
    peopleNamed({ language: 'en', blocks: [{ kind: 'paragraph', text }] }, facts).map(({ name }) => name)

  test('each once, without those who are findings, agreed, or are known for something', () => {
    const text =
      'So do Emily Balch and Anita Augspurg. Emily Balch is tired. The Minister, Alva Myrdal, is not; nor is Rosa Mayreder, a nurse.'
    expect(listed(text)).toEqual(['Emily Balch', 'Anita Augspurg'])
    expect(listed(text, { people: [{ name: 'Anita Augspurg', consent: true }] })).toEqual(['Emily Balch'])
  })

  test('places, bodies and months are no people', () => {
    expect(listed('In March the Security Council met in Port Louis, and Save the Children in San Pedro Sula.')).toEqual(
      [],
    )
  })

  test('a long text takes no longer than it is long', () => {
    const text = 'So do Emily Balch, Anita Augspurg and Rosa Mayreder, '.repeat(4000)
    expect(listed(text)).toEqual(['Emily Balch', 'Anita Augspurg', 'Rosa Mayreder'])
  })
})

/** A questionnaire as respondents see it. */
import { page, type Ctx } from '../../../platform/http.ts'
import { Page } from '../../../ui/page.tsx'
import { QuestionField } from '../answer/fields.tsx'
import { Said } from '../answer/said.tsx'
import { followed } from '../form/follow.ts'
import { paths } from '../model.ts'
import { questionnaireOf } from './context.ts'

export async function showPreview(c: Ctx) {
  const it = await questionnaireOf(c, 'reader')
  const { t, language: called } = c.get('words')
  const asked = c.req.query('language')
  const language = asked && it.form.languages.includes(asked) ? asked : it.form.languages[0]!
  return page(
    c,
    <Page c={c} title={it.title} current="nav.questionnaires">
      <p class="kicker">
        <a href={paths.one(it.id)} dir="auto">
          {it.title}
        </a>
      </p>
      <h1>{t('questionnaire.preview')}</h1>
      <p class="actions">
        {it.form.languages.map(one => (
          <a
            key={one}
            href={`${paths.preview(it.id)}?language=${encodeURIComponent(one)}`}
            aria-current={one === language ? 'true' : undefined}
          >
            {one.startsWith('x-') ? one.slice(2) : called(one)}
          </a>
        ))}
      </p>
      {it.form.pages.map(one => (
        <fieldset key={one.name} class="form answering" disabled>
          <legend>
            <Said form={it.form} words={one.label} language={language} answers={{}} />
          </legend>
          {one.questions.map(question => (
            <QuestionField
              key={question.name}
              it={followed(it.form, {}, undefined, language)}
              question={question}
              language={language}
              place={one.repeat ? { page: one, entry: {}, n: 0 } : null}
              own={{}}
              last={{}}
              errors={{}}
              hidden={false}
            />
          ))}
        </fieldset>
      ))}
    </Page>,
  )
}

/** One questionnaire on the desk: its pages and questions, what of an imported file is not used. */
import { hasRole, page, type Ctx, type FormErrors } from '../../../platform/http.ts'
import { ErrorSummary } from '../../../ui/form.tsx'
import { Page } from '../../../ui/page.tsx'
import { useWords } from '../../../ui/words.tsx'
import { Said } from '../answer/said.tsx'
import { isAnswered, isShown, questionsOf, type FormPage } from '../form/model.ts'
import { paths, type Questionnaire } from '../model.ts'
import { questionnaireOf } from './context.ts'
import { BeginForm, NameForm } from './questionnaire-forms.tsx'
import { Remarks } from './remarks.tsx'

export async function showQuestionnaire(c: Ctx, errors: FormErrors | null = null, typed: Record<string, string> = {}) {
  const it = await questionnaireOf(c, 'reader')
  const { t, language: called } = c.get('words')
  const mayChange = hasRole(c.get('person'), 'contributor')
  return page(
    c,
    <Page c={c} title={it.title} current="nav.questionnaires">
      <p class="kicker">
        <a href={paths.list}>{t('questionnaires.title')}</a>
      </p>
      <h1 dir="auto">{it.title}</h1>
      <p class="soft">
        {t('questionnaires.questions', { count: questionsOf(it.form).filter(isAnswered).length })} ·{' '}
        {it.form.languages.map(one => (one.startsWith('x-') ? one.slice(2) : called(one))).join(', ')} ·{' '}
        <a href={paths.preview(it.id)}>{t('questionnaire.preview')}</a>
      </p>
      <ErrorSummary errors={errors} />
      {it.remarks.length > 0 && (
        <details open={it.remarks.length < 20}>
          <summary>{t('questionnaire.remarks', { count: it.remarks.length })}</summary>
          <Remarks remarks={it.remarks} />
        </details>
      )}
      {it.form.pages.length === 0 && <p class="empty">{t('questionnaire.empty')}</p>}
      {it.form.pages.map(one => (
        <PageOnDesk key={one.name} c={c} it={it} page={one} mayChange={mayChange} />
      ))}
      {mayChange && (
        <p class="add-page">
          <a class="button" href={paths.formPage(it.id, 'new')}>
            {t('questionnaire.page.add')}
          </a>
        </p>
      )}
      {hasRole(c.get('person'), 'editor') &&
        (questionsOf(it.form).some(isAnswered) ? (
          <BeginForm it={it} errors={errors} typed={typed} />
        ) : (
          <p class="soft">{t('round.no-questions')}</p>
        ))}
      {mayChange && <NameForm it={it} errors={errors} typed={typed} />}
      {mayChange && (
        <details>
          <summary>{t('questionnaire.remove')}</summary>
          <form method="post" action={paths.one(it.id)}>
            <input type="hidden" name="version" value={it.version} />
            <button class="danger" name="act" value="remove">
              {t('questionnaire.remove')}
            </button>
          </form>
        </details>
      )}
    </Page>,
    errors ? 422 : 200,
  )
}

function PageOnDesk({
  c,
  it,
  page: one,
  mayChange,
}: {
  c: Ctx
  it: Questionnaire
  page: FormPage
  mayChange: boolean
}) {
  const { t, locale } = c.get('words')
  return (
    <section aria-label={one.name}>
      <h2>
        <Said
          form={it.form}
          words={Object.keys(one.label).length ? one.label : { [locale]: one.name }}
          language={locale}
          answers={{}}
        />{' '}
        {one.repeat && <span class="tag">{t('questionnaire.repeated')}</span>}
      </h2>
      {one.relevant && (
        <p class="soft small">
          {t('questionnaire.only-if')} <code dir="ltr">{one.relevant}</code>
        </p>
      )}
      <ol class="rows">
        {one.questions.map(question => (
          <li key={question.name}>
            {isShown(question) ? (
              <Said form={it.form} words={question.label} language={locale} answers={{}} />
            ) : (
              <code dir="ltr">{question.name}</code>
            )}{' '}
            <span class="tag">{t(`question.type.${question.type}`)}</span>{' '}
            {question.commitment && <span class="tag">{question.commitment}</span>}{' '}
            {question.indicator && <span class="tag">{question.indicator}</span>}
            {question.calculation && (
              <p class="soft small">
                {t('question.calculation')} <code dir="ltr">{question.calculation}</code>
              </p>
            )}
            {question.relevant && (
              <p class="soft small">
                {t('questionnaire.only-if')} <code dir="ltr">{question.relevant}</code>
              </p>
            )}
            {mayChange && (
              <form method="post" action={paths.one(it.id)} class="actions">
                <input type="hidden" name="version" value={it.version} />
                <input type="hidden" name="name" value={question.name} />
                <a href={paths.question(it.id, question.name)}>{t('question.change')}</a>
                <Moves />
              </form>
            )}
          </li>
        ))}
      </ol>
      {mayChange && (
        <>
          <p>
            <a href={`${paths.question(it.id, 'new')}?page=${encodeURIComponent(one.name)}`}>{t('question.add')}</a>
          </p>
          <form method="post" action={paths.one(it.id)} class="actions">
            <input type="hidden" name="version" value={it.version} />
            <input type="hidden" name="name" value={one.name} />
            <a href={paths.formPage(it.id, one.name)}>{t('questionnaire.page.change')}</a>
            <Moves />
          </form>
        </>
      )}
    </section>
  )
}

function Moves() {
  const { t } = useWords()
  return (
    <>
      <button class="quiet" name="act" value="up" aria-label={t('question.up')}>
        ↑
      </button>
      <button class="quiet" name="act" value="down" aria-label={t('question.down')}>
        ↓
      </button>
      <button class="quiet" name="act" value="take-out">
        {t('question.remove')}
      </button>
    </>
  )
}

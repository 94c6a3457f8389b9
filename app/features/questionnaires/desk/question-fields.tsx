/** The fields of one question: first what each has, then what few have, folded. They work without a script. */
import type { Ctx, FormErrors } from '../../../platform/http.ts'
import { LongTextField, SelectField, TextField, TickField } from '../../../ui/form.tsx'
import { useWords } from '../../../ui/words.tsx'
import { choiceLines } from '../form/choice-lines.ts'
import { areWords, wordsOfChoices } from '../form/choice-words.ts'
import { freeQuestionName } from '../form/edit.ts'
import { TYPES, type Choice, type Form, type FormPage, type Question } from '../form/model.ts'
import { boundsIn } from '../form/only-if.ts'
import { AboutFields, type About } from './about-fields.tsx'
import { OnlyIfFields, onlyIfValues } from './only-if.tsx'

type Values = Record<string, string>

/** The fields' values for a question as it is kept; of a new one, what stands there at first. */
export function valuesOf(c: Ctx, form: Form, page: FormPage | null, former: Question | null): Values {
  if (!former) return { name: freeQuestionName(form), type: 'text' }
  const { languages } = form
  const inLanguages = (name: string, words: Record<string, string> = {}) =>
    Object.entries(words).map(([language, text]) => [`${name}.${language}`, text])
  const bounds = former.constraint === null ? null : boundsIn(former.constraint)
  return {
    name: former.name,
    type: former.type,
    ...Object.fromEntries([
      ...inLanguages('label', former.label),
      ...inLanguages('hint', former.hint),
      ...inLanguages('message', former.constraintMessage),
      ...inLanguages('needed', former.requiredMessage),
    ]),
    ...choiceValues(former.choices, languages),
    ...(former.required === 'true()' ? { required: 'yes' } : { requiredIf: former.required ?? '' }),
    ...(former.countsPeople === false && { notPeople: 'yes' }),
    ...onlyIfValues(former.relevant, { form, page, own: former.name }, c.get('words')),
    ...(bounds ?? { constraint: former.constraint ?? '' }),
    default: former.default ?? '',
    calculation: former.calculation ?? '',
    choiceFilter: former.choiceFilter ?? '',
    commitment: former.commitment ?? '',
    indicator: former.indicator ?? '',
  }
}

/** As words alone where that is all there is to them, else as lines with names. */
const choiceValues = (choices: Choice[], languages: string[]): Values =>
  areWords(choices, languages)
    ? Object.fromEntries(languages.map(language => [`words.${language}`, wordsOfChoices(choices, language)]))
    : { choices: choiceLines(choices, languages) }

interface Props {
  form: Form
  page: FormPage | null
  /** The question's name as it is kept; null: it is new. */
  own: string | null
  values: Values
  errors: FormErrors | null
  about: About
}

export function QuestionFields(props: Props) {
  const { form, page, own, values, errors } = props
  const { t } = useWords()
  const [main, ...others] = form.languages as [string, ...string[]]
  return (
    <>
      <InOneLanguage {...props} language={main} />
      <SelectField
        name="type"
        label={t('question.type')}
        errors={errors}
        value={values.type}
        choices={TYPES.map(type => ({ value: type, label: t(`question.type.${type}`) }))}
      />
      <div class="for-choices">
        {values.choices === undefined ? (
          <ChoiceWords {...props} language={main} />
        ) : (
          <LongTextField
            name="choices"
            label={t('question.choices')}
            hint={t('question.choices.hint', { languages: form.languages.join(' | ') })}
            errors={errors}
            value={values.choices}
            rows={6}
            dir="auto"
          />
        )}
      </div>
      <div class="for-worked-out">
        <TextField
          name="calculation"
          label={t('question.calculation')}
          hint={t('question.calculation.hint', { example: 'round(${women} div ${all} * 100, 1)' })}
          errors={errors}
          value={values.calculation ?? ''}
          dir="ltr"
        />
      </div>
      <div class="for-answered">
        <TickField name="required" label={t('question.required')} checked={values.required === 'yes'} />
      </div>
      <div class="for-numbers">
        <TickField
          name="notPeople"
          label={t('question.not-people')}
          hint={t('question.not-people.hint')}
          checked={values.notPeople === 'yes'}
        />
      </div>
      {others.map(language => (
        <Translation key={language} {...props} language={language} />
      ))}
      <OnlyIfFields place={{ form, page, own }} values={values} errors={errors} />
      <Help {...props} />
      <AboutFields {...props} />
      <Expert {...props} />
    </>
  )
}

type OneLanguage = Props & { language: string }

/** The words of the question in one language. */
function InOneLanguage({ form, language, values, errors }: OneLanguage) {
  const { t } = useWords()
  const called = useCalled()
  const label = form.languages.length > 1 ? `${t('question.label')} (${called(language)})` : t('question.label')
  return (
    <LongTextField
      name={`label.${language}`}
      label={label}
      errors={errors}
      value={values[`label.${language}`]}
      rows={2}
      dir="auto"
    />
  )
}

function ChoiceWords({ language, form, values, errors }: OneLanguage) {
  const { t } = useWords()
  const isMain = language === form.languages[0]
  const words = values[`words.${language}`] ?? ''
  return (
    <>
      <LongTextField
        name={`words.${language}`}
        label={t('question.choices')}
        hint={t(isMain ? 'question.choices.words' : 'question.choices.words.other')}
        errors={errors}
        // A browser leaves out the first line end of a field.
        value={words.startsWith('\n') ? `\n${words}` : words}
        rows={Math.max(4, Math.min(12, words.split('\n').length + 1))}
        dir="auto"
      />
      {isMain && (
        <button class="quiet" name="show" value="lines">
          {t('question.choices.as-lines')}
        </button>
      )}
    </>
  )
}

const useCalled = () => {
  const { language } = useWords()
  return (code: string) => (code.startsWith('x-') ? code.slice(2) : language(code))
}

/** Everything that is said, in a further language. */
function Translation(props: OneLanguage) {
  const { language, values, errors } = props
  const { t } = useWords()
  const called = useCalled()
  const own = (name: string) => `${name}.${language}`
  const isInError = Object.keys(errors?.fields ?? {}).some(field => field.endsWith(`.${language}`))
  return (
    <details open={isInError}>
      <summary>
        {t('question.in-language', { language: called(language) })}{' '}
        {!values[own('label')] && <span class="soft small">{t('question.in-language.lacking')}</span>}
      </summary>
      <InOneLanguage {...props} />
      {values.choices === undefined && (
        <div class="for-choices">
          <ChoiceWords {...props} />
        </div>
      )}
      <HelpIn {...props} />
    </details>
  )
}

/** What helps in answering, in one language. */
function HelpIn({ language, values, errors }: OneLanguage) {
  const { t } = useWords()
  const field = (name: string, label: string) => (
    <TextField
      name={`${name}.${language}`}
      label={label}
      value={values[`${name}.${language}`] ?? ''}
      errors={errors}
      dir="auto"
    />
  )
  return (
    <>
      {field('hint', t('question.hint'))}
      <div class="for-answered">
        {field('message', t('question.message'))}
        {field('needed', t('question.required-message'))}
      </div>
    </>
  )
}

/** A hint, bounds, and what is said where they are not kept: in the main language. */
function Help(props: Props) {
  const { form, values, errors } = props
  const { t } = useWords()
  const main = form.languages[0]!
  const names = [`hint.${main}`, `message.${main}`, `needed.${main}`, 'least', 'most']
  return (
    <details open={isOpen(names, values, errors)}>
      <summary>{t('question.help')}</summary>
      <div class="for-numbers two">
        <TextField
          name="least"
          label={t('question.least')}
          value={values.least ?? ''}
          errors={errors}
          inputmode="decimal"
          dir="ltr"
        />
        <TextField
          name="most"
          label={t('question.most')}
          value={values.most ?? ''}
          errors={errors}
          inputmode="decimal"
          dir="ltr"
        />
      </div>
      <HelpIn {...props} language={main} />
    </details>
  )
}

const isOpen = (names: readonly string[], values: Values, errors: FormErrors | null): boolean =>
  names.some(name => values[name] || errors?.fields[name])

/** Expressions, as forms of ODK and KoboToolbox have them. */
const EXPRESSIONS = [
  { field: 'requiredIf', key: 'question.required-if', example: "${plan} = 'yes'" },
  { field: 'constraint', key: 'question.constraint', example: '. > ${women}' },
  { field: 'default', key: 'question.default', example: '=today()' },
  { field: 'choiceFilter', key: 'question.filter', example: 'province = ${province}' },
] as const

function Expert({ values, errors }: Props) {
  const { t } = useWords()
  const fields = EXPRESSIONS.map(({ field }) => field)
  return (
    <details open={isOpen(fields, values, errors) || Boolean(errors?.fields.name)}>
      <summary>{t('question.expert')}</summary>
      <p class="hint">{t('question.expert.hint')}</p>
      <TextField
        name="name"
        label={t('question.name')}
        hint={t('question.name.hint')}
        errors={errors}
        value={values.name ?? ''}
        dir="ltr"
      />
      {EXPRESSIONS.map(({ field, key, example }) => (
        <TextField
          key={field}
          name={field}
          label={t(key)}
          hint={t(`${key}.hint`, { example })}
          errors={errors}
          value={values[field] ?? ''}
          dir={field === 'default' ? 'auto' : 'ltr'}
        />
      ))}
    </details>
  )
}

/** Asking people in a round: one, several at once, those of the round before; and reminding them. */
import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { changing, reading } from '../../../platform/access.ts'
import { changeIdOf } from '../../../platform/change-id.ts'
import { member, page, readForm, seeOther, type Ctx, type FormErrors, type Services } from '../../../platform/http.ts'
import { COUNTRY_CODES } from '../../../platform/languages.ts'
import { Problem } from '../../../platform/problem.ts'
import { ErrorSummary, LongTextField } from '../../../ui/form.tsx'
import { Page } from '../../../ui/page.tsx'
import { queueLetter } from '../mail.ts'
import { isOpen, mayRemind, paths, type Round } from '../model.ts'
import { addRespondent, earlierRespondents, respondentsOf, type NewRespondent } from '../queries/respondents.ts'
import { roundOf } from './context.ts'
import { digestOf, linkToken } from './links.ts'
import {
  emailForm,
  factsForm,
  KindField,
  kindForm,
  LanguageField,
  languageForm,
  VoiceField,
  voiceForm,
} from './respondent-fields.tsx'
import { showRound } from './round.tsx'

export async function showSeveral(c: Ctx, errors: FormErrors | null = null, typed: Record<string, string> = {}) {
  member(c, 'editor')
  const round = await roundOf(c, 'editor')
  if (!isOpen(round)) throw new Problem('conflict')
  const { t } = c.get('words')
  return page(
    c,
    <Page c={c} title={t('respondent.several')} current="nav.questionnaires">
      <p class="kicker">
        <a href={paths.round(round.id)} dir="auto">
          {round.title}
        </a>
      </p>
      <h1>{t('respondent.several')}</h1>
      <ErrorSummary errors={errors} />
      <form class="form several" method="post" action={paths.several(round.id)}>
        <input type="hidden" name="id" value={typed.id || randomUUID()} />
        <LongTextField
          name="lines"
          label={t('respondent.several.lines')}
          hint={t('respondent.several.hint')}
          errors={errors}
          value={typed.lines}
          rows={10}
          dir="auto"
          required
        />
        <KindField errors={errors} value={typed.kind} />
        <LanguageField round={round} errors={errors} value={typed.language} />
        <VoiceField errors={errors} value={typed.voice} />
        <button>{t('respondent.several.do')}</button>
      </form>
    </Page>,
    errors ? 422 : 200,
  )
}

type Asked = Omit<NewRespondent, 'organisationId' | 'roundId' | 'tokenSha256' | 'by'>

/** Asks them, once each, and sends each her link where letters can be sent. */
async function askAll(c: Ctx, round: Round, act: string, asked: Asked[]): Promise<void> {
  const { userId, current } = member(c, 'editor')
  const services = c.get('services')
  await changing(services.database.kysely, userId, { act }, async tx => {
    for (const one of asked)
      await addRespondent(tx, {
        ...one,
        organisationId: current.organisationId,
        roundId: round.id,
        tokenSha256: digestOf(linkToken(services.config, { id: one.id, linkNumber: 1 })),
        by: userId,
      })
  })
  await invite(services, asked)
}

/** After several were asked: to the links that no letter takes to them, where there are such. */
const afterwards = (c: Ctx, round: Round, asked: Asked[]) => {
  const isByHand = !c.get('services').mail.configured || asked.some(({ email }) => email === null)
  return seeOther(c, asked.length && isByHand ? paths.links(round.id) : paths.round(round.id))
}

async function invite(services: Services, asked: Asked[]): Promise<void> {
  if (!services.mail.configured) return
  for (const { id, email } of asked) if (email) await queueLetter(services, { respondent: id, kind: 'invitation' })
}

const oneForm = factsForm.extend({ id: z.uuid(), kind: kindForm })

export async function add(c: Ctx) {
  const round = await roundOf(c, 'editor')
  const form = await readForm(c, oneForm)
  if (!form.ok) return showRound(c, form)
  const { email, country, ...rest } = form.value
  await askAll(c, round, 'round.ask', [{ ...rest, email: email || null, country: country || null, earlierId: null }])
  return showRound(c, { link: rest.id })
}

const MOST_AT_ONCE = 500

const severalForm = z.object({
  id: z.uuid(),
  lines: z.string().trim().min(1, 'form.needed').max(200_000, 'form.too-long'),
  kind: kindForm,
  language: languageForm,
  voice: voiceForm,
})

/** 'Ministry of Gender; gender@example.org; COD; fr': only the name must be there. Null: the line makes no sense. */
function lineOf(
  line: string,
): { name: string; email: string | null; country: string | null; language: string | null } | null {
  const [name = '', email = '', country = '', language = ''] = line.split(/[;\t]/).map(part => part.trim())
  const isCountry = country === '' || COUNTRY_CODES.includes(country.toUpperCase())
  const isLanguage = language === '' || /^[a-z]{2,3}(-[A-Za-z0-9]+)*$/.test(language)
  if (!name || name.length > 200 || !emailForm.safeParse(email).success || !isCountry || !isLanguage) return null
  return { name, email: email || null, country: country.toUpperCase() || null, language: language || null }
}

export async function addSeveral(c: Ctx) {
  const round = await roundOf(c, 'editor')
  const form = await readForm(c, severalForm)
  if (!form.ok) return showSeveral(c, form.errors, form.typed)
  const { t } = c.get('words')
  const { id, lines, kind, language, voice } = form.value
  const written = lines.split(/\r?\n/).filter(line => line.trim())
  const again = (message: string) => showSeveral(c, { fields: { lines: message } }, form.typed)
  if (written.length > MOST_AT_ONCE) return again(t('respondent.several.too-many', { most: MOST_AT_ONCE }))
  const read = written.map(lineOf)
  const wrong = read.indexOf(null)
  if (wrong >= 0) return again(t('respondent.several.wrong', { line: wrong + 1, text: written[wrong]!.slice(0, 80) }))
  const asked = read.flatMap((one, n) =>
    one
      ? [
          {
            ...one,
            id: changeIdOf(id, `${n} ${one.name}`),
            kind,
            voice,
            language: one.language ?? language,
            earlierId: null,
          },
        ]
      : [],
  )
  await askAll(c, round, 'round.ask', asked)
  return afterwards(c, round, asked)
}

/** Asks those of the round before again: what they answered then stands in the form. */
export async function addEarlier(c: Ctx) {
  const { userId } = member(c, 'editor')
  const round = await roundOf(c, 'editor')
  const { kysely } = c.get('services').database
  const earlier = await reading(kysely, userId, tx => earlierRespondents(tx, round))
  const asked = earlier.map(({ id, kind, name, email, language, voice, country }) => ({
    // Two who press at once ask nobody twice.
    id: changeIdOf(`ask again in ${round.id}`, id),
    kind,
    name,
    email,
    language,
    voice,
    country,
    earlierId: id,
  }))
  await askAll(c, round, 'round.ask-again', asked)
  return afterwards(c, round, asked)
}

export async function remind(c: Ctx) {
  const { userId } = member(c, 'editor')
  const round = await roundOf(c, 'editor')
  const services = c.get('services')
  if (!services.mail.configured || !isOpen(round)) throw new Problem('conflict')
  const all = await reading(services.database.kysely, userId, tx => respondentsOf(tx, round.id))
  for (const one of all) if (mayRemind(one)) await queueLetter(services, { respondent: one.id, kind: 'reminder' })
  return seeOther(c, paths.round(round.id))
}

/** What a person follows, when she is reminded, and the address of her own calendar. */
import { z } from 'zod'
import { changing, reading } from '../../../platform/access.ts'
import { page, readForm, seeOther, member, type Ctx, type FormErrors } from '../../../platform/http.ts'
import { COUNTRY_CODES, isLocale, LOCALES, OWN_NAMES } from '../../../platform/languages.ts'
import { countryChoices } from '../../../ui/countries.ts'
import { ErrorSummary, SelectField, TextField } from '../../../ui/form.tsx'
import { Page } from '../../../ui/page.tsx'
import { useWords } from '../../../ui/words.tsx'
import { isTimeZone } from '../../questionnaires/model.ts'
import { bodyById } from '../bodies.ts'
import { bodyChoices } from '../filter-form.tsx'
import { paths } from '../model.ts'
import { keepLink, keepSettings, settingsOf, type Settings } from '../queries/settings.ts'
import { Way } from './dates.tsx'
import { calendarAddress, calendarToken, digestOf } from './link.ts'

/** So many countries can be added at once. */
const ADDED_AT_ONCE = 3
const MOST_DAYS = 10

const list = z
  .union([z.string(), z.array(z.string())])
  .optional()
  .transform(value => (value === undefined ? [] : Array.isArray(value) ? value : [value]))

const settingsForm = z.object({
  countries: list.transform(codes => [...new Set(codes)].filter(code => COUNTRY_CODES.includes(code))),
  bodies: list.transform(ids => [...new Set(ids)].filter(id => bodyById(id) !== null)),
  timeZone: z
    .string()
    .trim()
    .transform(value => value || null)
    .refine(value => value === null || isTimeZone(value), 'date.zone.wrong'),
  language: z.string().refine(isLocale),
  daysBefore: z
    .string()
    .trim()
    .refine(text => /^(\d{1,3}([\s,;]+\d{1,3})*)?$/.test(text), 'clock.days.wrong')
    .transform(text =>
      [
        ...new Set(
          text
            .split(/[\s,;]+/)
            .filter(Boolean)
            .map(Number),
        ),
      ].toSorted((a, b) => b - a),
    )
    .refine(days => days.length <= MOST_DAYS && days.every(day => day <= 366), 'clock.days.wrong'),
})

type Shown = Omit<Settings, 'daysBefore'> & { daysBefore: string }

export async function showSettings(c: Ctx, errors: FormErrors | null = null, typed: Partial<Shown> = {}) {
  const { userId } = member(c)
  const words = c.get('words')
  const { t, has, locale } = words
  const { database, config, mail } = c.get('services')
  const kept = await reading(database.kysely, userId, tx => settingsOf(tx, userId, locale))
  const shown: Shown = { ...kept, daysBefore: kept.daysBefore.join(', '), ...typed }
  const done = `clock.done.${c.req.query('done') ?? ''}`
  return page(
    c,
    <Page c={c} title={t('clock.settings')} current="nav.desk-calendar" notice={has(done) ? t(done) : null}>
      <Way c={c} />
      <h1>{t('clock.settings')}</h1>
      <p class="lead">{t('clock.settings.lead')}</p>
      <ErrorSummary errors={errors} />
      <form class="clock-settings" method="post" action={paths.settings}>
        <Countries countries={shown.countries} />
        <Bodies bodies={shown.bodies} />
        <h2>{t('clock.reminders')}</h2>
        <p class="lead">{t(mail.configured ? 'clock.reminders.lead' : 'clock.reminders.no-mail')}</p>
        <div class="form">
          <TextField
            name="daysBefore"
            label={t('clock.days')}
            hint={t('clock.days.hint')}
            errors={errors}
            value={shown.daysBefore}
            maxlength={60}
            dir="ltr"
          />
          <SelectField
            name="timeZone"
            label={t('clock.zone')}
            hint={t('clock.zone.hint')}
            errors={errors}
            value={shown.timeZone ?? ''}
            choices={[{ value: '', label: t('clock.zone.none') }, ...zones(shown.timeZone)]}
          />
          <SelectField
            name="language"
            label={t('clock.language')}
            errors={errors}
            value={shown.language}
            choices={LOCALES.map(value => ({ value, label: OWN_NAMES[value] }))}
          />
          <button>{t('form.save')}</button>
        </div>
      </form>
      <OwnCalendar address={kept.linkNumber > 0 ? calendarAddress(config, userId, kept.linkNumber) : null} />
    </Page>,
    errors ? 422 : 200,
  )
}

const zones = (own: string | null) =>
  [...new Set([...Intl.supportedValuesOf('timeZone'), 'UTC', ...(own ? [own] : [])])].map(value => ({
    value,
    label: value,
  }))

/** Those that she follows as boxes to untick; more are chosen from the list, a few at a time. */
function Countries({ countries }: { countries: readonly string[] }) {
  const words = useWords()
  const { t, country } = words
  const others = countryChoices(words).filter(({ value }) => !countries.includes(value))
  return (
    <fieldset>
      <legend>{t('clock.countries')}</legend>
      <p class="hint">{t('clock.countries.hint')}</p>
      {countries.map(code => (
        <div class="choice" key={code}>
          <input type="checkbox" id={`c-${code}`} name="countries" value={code} checked />
          <label for={`c-${code}`}>{country(code)}</label>
        </div>
      ))}
      <div class="form">
        {Array.from({ length: ADDED_AT_ONCE }, (_, n) => (
          <div class="field" key={n}>
            <label for={`country-${n}`}>{t('clock.countries.add', { number: n + 1 })}</label>
            <select id={`country-${n}`} name="countries">
              <option value="">–</option>
              {others.map(({ value, label }) => (
                <option key={value} value={value}>
                  {label}
                </option>
              ))}
            </select>
          </div>
        ))}
      </div>
    </fieldset>
  )
}

function Bodies({ bodies }: { bodies: readonly string[] }) {
  const words = useWords()
  const { t } = words
  return (
    <fieldset>
      <legend>{t('clock.bodies')}</legend>
      <p class="hint">{t('clock.bodies.hint')}</p>
      <div class="body-choices">
        {bodyChoices(words).map(({ value, label }) => (
          <div class="choice" key={value}>
            <input type="checkbox" id={`b-${value}`} name="bodies" value={value} checked={bodies.includes(value)} />
            <label for={`b-${value}`}>{label}</label>
          </div>
        ))}
      </div>
    </fieldset>
  )
}

/** Whoever has the address can read it: it is shown to nobody else, and can be changed. */
function OwnCalendar({ address }: { address: string | null }) {
  const { t } = useWords()
  return (
    <section aria-labelledby="calendar">
      <h2 id="calendar">{t('clock.calendar')}</h2>
      <p class="lead">{t('clock.calendar.lead')}</p>
      {address && (
        <p class="own-address">
          <a href={address.replace(/^https?:/, 'webcal:')}>{t('clock.calendar.subscribe')}</a>
          <br />
          <code>{address}</code>
        </p>
      )}
      <div class="actions">
        <form method="post" action={`${paths.settings}/link`}>
          <button class="quiet">{t(address ? 'clock.calendar.renew' : 'clock.calendar.make')}</button>
        </form>
        {address && (
          <form method="post" action={`${paths.settings}/no-link`}>
            <button class="danger">{t('clock.calendar.revoke')}</button>
          </form>
        )}
      </div>
    </section>
  )
}

export async function saveSettings(c: Ctx) {
  const { userId } = member(c)
  const form = await readForm(c, settingsForm)
  if (!form.ok) {
    const body = await c.req.parseBody({ all: true })
    const chosen = (name: string) =>
      [body[name] ?? []].flat().filter((one): one is string => typeof one === 'string' && one !== '')
    const { daysBefore = '', timeZone = '' } = form.typed
    return showSettings(c, form.errors, {
      daysBefore,
      timeZone,
      countries: chosen('countries'),
      bodies: chosen('bodies'),
    })
  }
  await changing(c.get('services').database.kysely, userId, { act: 'clock.settings' }, tx =>
    keepSettings(tx, userId, form.value),
  )
  return seeOther(c, `${paths.settings}?done=settings`)
}

/** A first address, or another one: the old one leads nowhere from then on. */
export const makeLink = (c: Ctx) => setLink(c, number => Math.abs(number) + 1)

/** The number stays known, so that the next address is a new one. */
export const dropLink = (c: Ctx) => setLink(c, number => -Math.abs(number))

async function setLink(c: Ctx, next: (number: number) => number) {
  const { userId } = member(c)
  const { database, config } = c.get('services')
  const { locale } = c.get('words')
  await changing(database.kysely, userId, { act: 'clock.link' }, async tx => {
    const { linkNumber } = await settingsOf(tx, userId, locale)
    const number = next(linkNumber)
    await keepLink(tx, userId, locale, number, number > 0 ? digestOf(calendarToken(config, userId, number)) : null)
  })
  return seeOther(c, `${paths.settings}?done=link#calendar`)
}

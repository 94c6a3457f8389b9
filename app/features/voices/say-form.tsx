/** "What do you say?": one word on one commitment, with what it rests on. Works without JavaScript. */
import type { FormErrors } from '../../platform/http.ts'
import { ErrorSummary, LongTextField, SelectField, TextField } from '../../ui/form.tsx'
import { useWords } from '../../ui/words.tsx'
import { NewEvidenceFields } from '../evidence/offers/fields.tsx'
import type { Speaking } from './offers/load.ts'
import { paths, STATUSES, VISIBILITIES, VOICES, type Word } from './model.ts'
import type { Spoken } from './queries.ts'
import { StatusMark } from './offers/shapes.tsx'

export interface SayFormState {
  /** The form's own id: posted twice, it says one word. */
  id: string
  typed: Record<string, string>
  errors: FormErrors | null
  /** Ids of the evidence that was ticked, or came with the form. */
  evidence?: string[]
  /** Came in while she wrote; to be seen before she says hers all the same. */
  newer?: Word | null
}

interface Props {
  commitment: Spoken
  speaker: Speaking
  today: string
  form: SayFormState
}

export function SayForm({ commitment, speaker, today, form }: Props) {
  const words = useWords()
  const { t, date } = words
  const { typed, errors, evidence = [], newer } = form
  const own = speaker.organisation.voice
  const chosen = typed.voice || own
  const offered = VISIBILITIES.filter(one => speaker.mayPublish || one === 'me' || one === 'organisation')
  return (
    <form class="form say-form" method="post" action={paths.say} enctype="multipart/form-data">
      <ErrorSummary errors={errors} />
      {newer && (
        <div class="warning" role="alert">
          <p>{t('say.newer')}</p>
          <p>
            <StatusMark status={newer.status} /> · {t(`voice.${newer.voice}`)} · <bdi>{newer.organisation}</bdi> ·{' '}
            {date(newer.asOf)}
          </p>
          <p dir="auto">{newer.reason}</p>
        </div>
      )}
      <input type="hidden" name="form" value={form.id} />
      <input type="hidden" name="item" value={commitment.itemId} />
      <input type="hidden" name="seen" value={speaker.seen} />
      <SelectField
        name="status"
        label={t('say.status')}
        errors={errors}
        value={typed.status}
        choices={[
          { value: '', label: t('say.status.choose') },
          ...STATUSES.map(status => ({ value: status, label: t(`status.${status}`) })),
        ]}
      />
      <TextField
        name="asOf"
        type="date"
        label={t('say.as-of')}
        hint={t('say.as-of.hint')}
        errors={errors}
        value={typed.asOf ?? today}
        min="2000-10-31"
      />
      <LongTextField
        name="reason"
        label={t('say.reason')}
        hint={t('say.reason.hint')}
        errors={errors}
        value={typed.reason}
        rows={4}
        dir="auto"
      />
      <SelectField
        name="voice"
        label={t('say.voice')}
        hint={t('say.voice.hint', { organisation: speaker.organisation.name, voice: t(`voice.${own}`) })}
        errors={errors}
        value={chosen}
        choices={[own, ...VOICES.filter(voice => voice !== own)].map(voice => ({
          value: voice,
          label:
            voice === own
              ? t('say.voice.own', { voice: t(`voice.${voice}`) })
              : t('say.voice.quote', { voice: t(`voice.${voice}`) }),
        }))}
      />
      <TextField
        name="source"
        label={t('say.source')}
        hint={t('say.source.hint')}
        errors={errors}
        value={typed.source}
        maxlength={1000}
        dir="auto"
      />
      <fieldset>
        <legend>{t('say.evidence')}</legend>
        {speaker.evidence.length > 0 && (
          <details open={evidence.length > 0}>
            <summary>{t('say.evidence.own')}</summary>
            {speaker.evidence.map(one => (
              <p class="choice" key={one.id}>
                <input
                  type="checkbox"
                  id={`evidence-${one.id}`}
                  name="evidence"
                  value={one.id}
                  checked={evidence.includes(one.id)}
                />
                <label for={`evidence-${one.id}`}>
                  <bdi>{one.title}</bdi> <span class="soft small">{t(`evidence.kind.${one.kind}`)}</span>
                </label>
              </p>
            ))}
          </details>
        )}
        <details open={Boolean(errors?.fields.file)}>
          <summary>{t('say.evidence.new')}</summary>
          <NewEvidenceFields typed={typed} errors={errors} />
        </details>
      </fieldset>
      <SelectField
        name="visibility"
        label={t('say.visibility')}
        hint={t(speaker.mayPublish ? 'say.visibility.hint' : 'say.visibility.hint-contributor')}
        errors={errors}
        value={typed.visibility ?? 'organisation'}
        choices={offered.map(one => ({ value: one, label: t(`visibility.${one}`) }))}
      />
      <button>{t(newer ? 'say.all-the-same' : 'say.send')}</button>
    </form>
  )
}

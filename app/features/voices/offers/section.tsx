/** What the four voices say of a commitment, side by side: on the page of the commitment, whatever instrument it stands in. */
import { randomUUID } from 'node:crypto'
import { useWords } from '../../../ui/words.tsx'
import { paths as evidencePaths } from '../../evidence/model.ts'
import { paths as ledgerPaths } from '../../ledger/model.ts'
import { gradeOf } from '../grade.ts'
import type { Speaking, Voices } from './load.ts'
import { currentOf, gapOf, mayReply, paths, type Account, type Reply, type Word } from '../model.ts'
import { dueSentence, PromiseLine } from '../promise-line-picture.tsx'
import { SayForm } from '../say-form.tsx'
import { StatusMark } from './shapes.tsx'
import { ReplyForm, TakeBackForm, VisibilityForm } from '../word-forms.tsx'

const DONE = ['said', 'shown', 'taken-back', 'answered'] as const

export function VoicesSection({ voices }: { voices: Voices }) {
  const words = useWords()
  const { t } = words
  const { accounts, commitment, span, today, speaker } = voices
  const current = currentOf(accounts)
  const spoken = accounts.some(({ current, earlier }) => current.length + earlier.length > 0)
  const done = DONE.find(one => one === voices.done)
  return (
    <section class="voices" aria-labelledby="voices">
      <h2 id="voices">{t('voices.title')}</h2>
      {done && (
        <p class="notice" role="status">
          {t(`voices.done.${done}`)}
        </p>
      )}
      <p class="gap-sentence">{t(`gap.${gapOf(current)}`)}</p>
      <p class="soft">{dueSentence(span, today, words)}</p>
      {spoken && (
        <>
          <PromiseLine id={`line-${commitment.ref}`} {...{ span, accounts, today }} />
          <div class="voice-columns">
            {accounts.map(account => (
              <Column key={account.voice} {...{ account, voices }} />
            ))}
          </div>
          <Grade current={current} />
          <details class="grade">
            <summary>{t('voices.reply.who')}</summary>
            <p class="prose soft small">{t('voices.reply.who.rule')}</p>
          </details>
        </>
      )}
      {speaker && (
        <details class="say">
          <summary>{t('say.title')}</summary>
          <SayForm
            commitment={commitment}
            speaker={speaker}
            today={today}
            form={{ id: randomUUID(), typed: {}, errors: null }}
          />
        </details>
      )}
    </section>
  )
}

function Grade({ current }: { current: Word[] }) {
  const { t } = useWords()
  const grade = gradeOf(current)
  return (
    <details class="grade">
      <summary>{t('grade.line', { grade: t(`grade.${grade}`) })}</summary>
      <p class="prose soft small">{t('grade.rule')}</p>
    </details>
  )
}

function Column({ account: { voice, current, earlier }, voices }: { account: Account; voices: Voices }) {
  const { t } = useWords()
  return (
    <section class="voice-column">
      <h3>{t(`voice.${voice}`)}</h3>
      {current.length === 0 && <p class="soft">{t('voices.silent')}</p>}
      {current.map(word => (
        <OneWord key={word.id} {...{ word, voices }} />
      ))}
      {earlier.length > 0 && (
        <details class="earlier">
          <summary>{t('voices.earlier', { count: earlier.length })}</summary>
          {earlier.map(word => (
            <OneWord key={word.id} {...{ word, voices }} />
          ))}
        </details>
      )}
    </section>
  )
}

function OneWord({ word, voices }: { word: Word; voices: Voices }) {
  const { t, date } = useWords()
  const { speaker, commitment } = voices
  const own = speaker?.organisation.organisationId === word.organisationId
  return (
    <article class={word.withdrawnAt ? 'word taken-back' : 'word'}>
      <p class="word-status">
        <StatusMark status={word.status} />{' '}
        <span class="soft small">{t('voices.as-of', { date: date(word.asOf) })}</span>
      </p>
      {word.reason && <p dir="auto">{word.reason}</p>}
      <p class="soft small">
        {word.source ? (
          <>
            {t('voices.quoted', { organisation: word.organisation })} <q dir="auto">{word.source}</q>
          </>
        ) : (
          <bdi>{word.organisation}</bdi>
        )}
        {word.visibility !== 'public' && (
          <>
            {' '}
            <span class="tag">{t(`visibility.${word.visibility}`)}</span>
          </>
        )}
      </p>
      <EvidenceLinks word={word} isMember={own} />
      {word.withdrawnAt && (
        <p class="warning small">
          {t('voices.taken-back', { date: date(word.withdrawnAt) })} <span dir="auto">{word.withdrawnWhy}</span>
        </p>
      )}
      {word.replies.map(reply => (
        <OneReply key={reply.id} {...{ reply, speaker }} />
      ))}
      {speaker && <Acts {...{ word, speaker, own }} country={commitment.country} />}
    </article>
  )
}

function EvidenceLinks({ word: { evidence }, isMember }: { word: Word; isMember: boolean }) {
  const { t } = useWords()
  if (!evidence.length) return <p class="soft small">{t('voices.no-evidence')}</p>
  return (
    <details class="word-evidence">
      <summary>{t('voices.evidence', { count: evidence.length })}</summary>
      <ul>
        {evidence.map(one => (
          <li key={one.id}>
            <a href={isMember ? evidencePaths.desk(one.id) : evidencePaths.public(one.id)} dir="auto">
              {one.title}
            </a>{' '}
            <span class="soft small">{t(`evidence.kind.${one.kind}`)}</span>
          </li>
        ))}
      </ul>
    </details>
  )
}

function OneReply({ reply, speaker }: { reply: Reply; speaker: Speaking | null }) {
  const { t, date } = useWords()
  const own = speaker?.organisation.organisationId === reply.organisationId
  return (
    <blockquote class={reply.withdrawnAt ? 'reply taken-back' : 'reply'}>
      <p class="small soft">
        {t('voices.reply.by', { organisation: reply.organisation, voice: t(`voice.${reply.voice}`) })}
      </p>
      <p dir="auto">{reply.text}</p>
      <p class="small soft">{date(reply.createdAt)}</p>
      {reply.withdrawnAt && <p class="small soft">{t('voices.taken-back', { date: date(reply.withdrawnAt) })}</p>}
      {own && speaker.mayPublish && !reply.withdrawnAt && (
        <form method="post" action={paths.reply(reply.id)}>
          <button class="plain">{t('voices.reply.take-back')}</button>
        </form>
      )}
    </blockquote>
  )
}

interface ActsProps {
  word: Word
  speaker: Speaking
  own: boolean
  country: string | null
}

/** What this person may do with this word. */
function Acts({ word, speaker, own, country }: ActsProps) {
  const { t } = useWords()
  const inside = word.visibility === 'me' || word.visibility === 'organisation'
  const mayChange = own && !word.withdrawnAt && (speaker.mayPublish || (inside && word.createdBy === speaker.userId))
  const mayAnswer = mayReply(speaker.organisation, word, country)
  if (!mayChange && !mayAnswer) return null
  return (
    <div class="word-acts">
      {mayChange && (
        <details>
          <summary>{t('voices.visibility')}</summary>
          <VisibilityForm word={word} mayPublish={speaker.mayPublish} />
        </details>
      )}
      {mayChange && (
        <details>
          <summary>{t('voices.take-back')}</summary>
          <TakeBackForm id={word.id} form={null} />
        </details>
      )}
      {mayAnswer && (
        <details>
          <summary>{t('voices.reply')}</summary>
          {speaker.mayPublish ? (
            <ReplyForm id={word.id} form={null} />
          ) : (
            <p class="small">{t('voices.reply.editors')}</p>
          )}
        </details>
      )}
    </div>
  )
}

/** The commitment's own page. */
export const pageOf = (commitment: Voices['commitment']): string => ledgerPaths.commitment(commitment)

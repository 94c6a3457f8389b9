/** Plans side by side: how they are appraised, what their measures state. A table of facts with its counts; no score and no rank. */
import { answerWord, EDITION, XRAY_ROWS } from '@open1325/appraisal'
import type { ComponentChildren } from 'preact'
import type { Ctx } from '../../../platform/http.ts'
import { Page } from '../../../ui/page.tsx'
import { useWords } from '../../../ui/words.tsx'
import { AnswerShape } from '../appraisal/answer-shape.tsx'
import { paths, type Instrument } from '../model.ts'
import { countsInWords, nameToChoose, periodAndStanding } from '../public/facts.tsx'
import { XrayStrip } from '../xray.tsx'
import { comparePath, MOST, type Column } from './model.ts'

export interface ComparePageProps {
  c: Ctx
  columns: Column[]
  /** Plans before the public. */
  choices: Instrument[]
}

export function ComparePage({ c, columns, choices }: ComparePageProps) {
  const { t } = c.get('words')
  return (
    <Page c={c} title={t('compare.title')} current="nav.plans" description={t('compare.lead')}>
      <p class="kicker">
        <a href="/plans">{t('nav.plans')}</a>
      </p>
      <h1>{t('compare.title')}</h1>
      <p class="lead">{t('compare.lead')}</p>
      <Choose columns={columns} choices={choices} />
      {columns.length > 0 && <Tables columns={columns} />}
    </Page>
  )
}

function Choose({ columns, choices }: Omit<ComparePageProps, 'c'>) {
  const words = useWords()
  const { t } = words
  const chosen = columns.map(({ plan }) => plan.slug)
  const open = choices.filter(({ slug }) => !chosen.includes(slug))
  if (choices.length < 2) return <p class="empty">{t('compare.too-few')}</p>
  return (
    <>
      {columns.length > 0 && (
        <ul class="chips no-print" aria-label={t('compare.chosen')}>
          {columns.map(({ plan }) => (
            <li key={plan.id}>
              <a href={comparePath(chosen.filter(slug => slug !== plan.slug))}>
                <bdi>{plan.title}</bdi> <span aria-hidden="true">×</span>
                <span class="visually-hidden">{t('compare.take-off')}</span>
              </a>
            </li>
          ))}
        </ul>
      )}
      {chosen.length < MOST && open.length > 0 && (
        <form class="filter no-print" method="get" action="/compare">
          {chosen.map(slug => (
            <input type="hidden" name="plan" value={slug} />
          ))}
          <div class="field">
            <label for="plan">{t(chosen.length ? 'compare.add' : 'compare.first')}</label>
            <select id="plan" name="plan">
              <option value="">{t('appraisal.choose')}</option>
              {open.map(plan => (
                <option key={plan.id} value={plan.slug}>
                  {nameToChoose(plan, words)}
                </option>
              ))}
            </select>
          </div>
          <button class="quiet">{t('compare.do')}</button>
        </form>
      )}
    </>
  )
}

function Tables({ columns }: { columns: Column[] }) {
  const words = useWords()
  const { t, country, locale } = words
  const count = ({ have, of }: { have: number; of: number }) => (of ? t('xray.of', { n: have, m: of }) : '–')
  return (
    <>
      <h2 id="facts">{t('compare.facts')}</h2>
      <Table
        columns={columns}
        label="facts"
        rows={[
          [
            t('compare.country'),
            columns.map(({ plan }) => (plan.country ? country(plan.country) : (plan.issuer ?? '–'))),
          ],
          [t('compare.period'), columns.map(({ plan }) => periodAndStanding(plan, words))],
          [
            t('compare.rows'),
            columns.map(({ kinds }) => countsInWords(kinds as Parameters<typeof countsInWords>[0], words)),
          ],
        ]}
      />
      <h2 id="xray">{t('xray.title')}</h2>
      <p class="soft">{t('compare.xray.lead')}</p>
      <Table
        columns={columns}
        label="xray"
        rows={[
          [t('compare.picture'), columns.map(({ picture }) => <XrayStrip picture={picture} />)],
          ...XRAY_ROWS.map((row): [string, ComponentChildren[]] => [
            t(`xray.row.${row}`),
            columns.map(({ stated }) => count(stated[row])),
          ]),
          [
            t('compare.civil-society'),
            columns.map(({ civilSociety }) =>
              civilSociety.of && !civilSociety.asked ? t('compare.no-bodies') : count(civilSociety),
            ),
          ],
        ]}
      />
      <h2 id="criteria">{t('appraisal.title')}</h2>
      <p class="soft">{t('compare.criteria.lead')}</p>
      <Table
        columns={columns}
        label="criteria"
        rows={EDITION.criteria.map(({ id, name }): [string, ComponentChildren[]] => [
          name[locale],
          columns.map(({ plan, answers }) => {
            const decision = answers.get(id)
            if (!decision) return <span class="soft">{t('compare.undecided')}</span>
            return (
              <a class="answered" href={`${paths.plan(plan.slug)}#${id}`}>
                <AnswerShape answer={decision.answer} /> {answerWord(decision.answer, locale)}
                {decision.edition !== EDITION.edition && <span class="soft small"> ({decision.edition})</span>}
              </a>
            )
          }),
        ])}
      />
      <ul class="down no-print" aria-label={t('plan.downloads')}>
        <li>
          <a href={comparePath(columns.map(({ plan }) => plan.slug)).replace('/compare', '/compare.csv')}>
            {t('plan.download.csv')}
          </a>
        </li>
      </ul>
    </>
  )
}

interface TableProps {
  columns: Column[]
  /** The heading that names it. */
  label: string
  rows: [string, ComponentChildren[]][]
}

function Table({ columns, label, rows }: TableProps) {
  const { t } = useWords()
  return (
    <div class="scroll-x" role="region" aria-labelledby={label} tabIndex={0}>
      <table class="compared">
        <thead>
          <tr>
            <th scope="col">
              <span class="visually-hidden">{t('compare.row')}</span>
            </th>
            {columns.map(({ plan }) => (
              <th key={plan.id} scope="col">
                <a href={paths.plan(plan.slug)} lang={plan.languages[0]} dir="auto">
                  {plan.title}
                </a>
                {plan.illustrative && [' ', <span class="tag illustrative">{t('plan.illustrative')}</span>]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([name, cells]) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              {cells.map((cell, n) => (
                <td key={n}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** Building a form by hand: pages and questions are added, changed, moved and taken out. Pure; what is not possible gives null. */
import { MOST_PAGES, MOST_QUESTIONS, questionsOf, type Form, type FormPage, type Question } from './model.ts'

export const emptyForm = (languages: string[]): Form => ({ languages, pages: [] })

const free = (form: Form, begins: string): string => {
  const taken = new Set([...form.pages.map(({ name }) => name), ...questionsOf(form).map(({ name }) => name)])
  for (let n = taken.size + 1; ; n++) if (!taken.has(`${begins}_${n}`)) return `${begins}_${n}`
}

export const freeQuestionName = (form: Form): string => free(form, 'question')

type PageFacts = Omit<FormPage, 'name' | 'questions'>

export function addPage(form: Form, page: PageFacts): Form | null {
  if (form.pages.length >= MOST_PAGES) return null
  return { ...form, pages: [...form.pages, { ...page, name: free(form, 'page'), questions: [] }] }
}

export const removePage = (form: Form, name: string): Form => ({
  ...form,
  pages: form.pages.filter(page => page.name !== name),
})

/** Null where there is no such page, or where it has a file question and would be repeated. */
export function changePage(form: Form, name: string, set: PageFacts): Form | null {
  const former = form.pages.find(page => page.name === name)
  if (!former || (set.repeat && former.questions.some(({ type }) => type === 'file'))) return null
  const { questions } = former
  return { ...form, pages: form.pages.map(page => (page === former ? { ...set, name, questions } : page)) }
}

/** Puts the question at the end of a page, or in its own place if the form has it already. */
export function keepQuestion(form: Form, pageName: string, former: string | null, question: Question): Form | null {
  const others = questionsOf(form).filter(({ name }) => name !== former)
  if (others.length >= MOST_QUESTIONS) return null
  if (others.some(({ name }) => name === question.name) || form.pages.some(({ name }) => name === question.name))
    return null
  const home = form.pages.find(({ name }) => name === pageName)
  const isOtherFile = home?.questions.some(one => one.type === 'file' && one.name !== former)
  if (!home || (question.type === 'file' && (home.repeat || isOtherFile))) return null
  const isThere = home.questions.some(({ name }) => name === former)
  return {
    ...form,
    pages: form.pages.map(page =>
      page !== home
        ? page
        : {
            ...page,
            questions: isThere
              ? page.questions.map(one => (one.name === former ? question : one))
              : [...page.questions, question],
          },
    ),
  }
}

export function removeQuestion(form: Form, name: string): Form {
  return {
    ...form,
    pages: form.pages.map(page => ({ ...page, questions: page.questions.filter(one => one.name !== name) })),
  }
}

function moved<T>(list: T[], at: number, by: -1 | 1): T[] {
  const to = at + by
  if (at < 0 || to < 0 || to >= list.length) return list
  const next = [...list]
  ;[next[at], next[to]] = [next[to]!, next[at]!]
  return next
}

/** A question within its page; at its edge, to the end or the beginning of the page beside it. A page among pages. */
export function move(form: Form, name: string, by: -1 | 1): Form {
  const asPage = form.pages.findIndex(page => page.name === name)
  if (asPage >= 0) return { ...form, pages: moved(form.pages, asPage, by) }
  const home = form.pages.findIndex(page => page.questions.some(one => one.name === name))
  const page = form.pages[home]
  if (!page) return form
  const at = page.questions.findIndex(one => one.name === name)
  const beside = form.pages[home + by]
  if (at + by >= 0 && at + by < page.questions.length)
    return {
      ...form,
      pages: form.pages.map(one => (one === page ? { ...page, questions: moved(page.questions, at, by) } : one)),
    }
  const question = page.questions[at]!
  if (!beside || (question.type === 'file' && (beside.repeat || beside.questions.some(({ type }) => type === 'file'))))
    return form
  return {
    ...form,
    pages: form.pages.map(one =>
      one === page
        ? { ...one, questions: one.questions.filter(each => each !== question) }
        : one === beside
          ? { ...one, questions: by === 1 ? [question, ...one.questions] : [...one.questions, question] }
          : one,
    ),
  }
}

/** A form of the review: posted by the browser, or taken over by the island; either way it becomes the same operation. */
import type { ComponentChildren } from 'preact'
import { useWords } from '../../../ui/words.tsx'
import { paths } from '../model.ts'
import { useReview, type Tool } from './context.ts'
import { operationOfForm, type Fields } from './forms.ts'
import type { Operation, ReviewItem } from './operation.ts'
import { useEffect, useRef, useState } from 'preact/hooks'

export interface OperationFormProps {
  act: Operation['act'] | 'confirm-many'
  row?: ReviewItem | null
  class?: string
  /** What becomes of the view once it is done; left out: the tool closes. */
  done?: (operation: Operation) => { next?: boolean; select?: string | null }
  /** Before the fields are read: what only the browser knows (the cursor). */
  also?: (form: HTMLFormElement) => Fields
  children: ComponentChildren
}

export function OperationForm({ act, row, children, done, also, class: name }: OperationFormProps) {
  const { data, view, acts, items, formId } = useReview()
  const { t, has } = useWords()
  const [errors, setErrors] = useState<Record<string, string>>({})
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    const form = event.currentTarget as HTMLFormElement
    const fields: Fields = {}
    for (const [key, value] of new FormData(form, event.submitter)) if (typeof value === 'string') fields[key] = value
    const shown = row ? items.map(item => (item.id === row.id ? row : item)) : items
    const read = operationOfForm({ ...fields, ...also?.(form) }, { items: shown, newId: acts!.newId })
    if (!read.ok) return setErrors(read.errors)
    setErrors({})
    acts!.run(read.operation, done?.(read.operation))
  }
  const said = Object.values(errors).map(key => (has(key) ? t(key) : t('form.wrong')))
  return (
    <form class={name} method="post" action={paths.review(data.plan.slug)} onSubmit={acts ? submit : undefined}>
      <input type="hidden" name="act" value={act} />
      <input type="hidden" name="form" value={formId} />
      {row && <input type="hidden" name="row" value={row.id} />}
      {row && <input type="hidden" name="version" value={row.version} />}
      <input type="hidden" name="show" value={view.show} />
      <input type="hidden" name="seen" value={data.last} />
      {view.page !== null && <input type="hidden" name="page" value={view.page} />}
      {said.length > 0 && (
        <p class="error" role="alert">
          {said.join(' ')}
        </p>
      )}
      {children}
    </form>
  )
}

const TOOL_OF: Partial<Record<OperationFormProps['act'], Tool>> = {
  'item.edit': 'edit',
  'item.split': 'split',
  'item.merge': 'merge',
  'item.rekind': 'kind',
  'item.move': 'move',
  'item.delete': 'remove',
  'item.add': 'add',
  'confirm-many': 'many',
}

/** The tool whose form does this; null: a bare button does. */
export const toolOf = (act: string): Tool | null => TOOL_OF[act as OperationFormProps['act']] ?? null

/** A tool: its button, and its form beneath once it is open. */
export function ToolBox(props: { tool: Tool; label: string; keyName?: string; children: ComponentChildren }) {
  const { view, acts } = useReview()
  const toggle = (event: MouseEvent) => {
    event.preventDefault()
    acts!.tool(view.tool === props.tool ? null : props.tool)
  }
  return (
    <details class="tool" name="tool" id={props.tool} open={view.tool === props.tool} data-tool={props.tool}>
      <summary class="button quiet" onClick={acts ? toggle : undefined}>
        {props.label} {acts && props.keyName && <kbd>{props.keyName}</kbd>}
      </summary>
      <div class="tool-body">{props.children}</div>
    </details>
  )
}

/** Without JavaScript the tool's own button closes it. */
export function Close() {
  const { acts } = useReview()
  const { t } = useWords()
  return acts ? (
    <button type="button" class="plain" onClick={() => acts.tool(null)}>
      {t('form.cancel')} <kbd>Esc</kbd>
    </button>
  ) : null
}

/** Puts the cursor into the form when its tool opens. */
export function useFocus<T extends HTMLElement>(tool: string) {
  const { view, acts, drawn } = useReview()
  const place = useRef<T>(null)
  useEffect(() => {
    if (acts && view.tool === tool)
      place.current?.querySelector<HTMLElement>('textarea, input:not([type=hidden])')?.focus()
  }, [view.tool, drawn])
  return place
}

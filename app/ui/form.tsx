/** Form parts: a label, a hint before the input, the error beside it, what was typed kept. They work without JavaScript. */
import type { ComponentChildren, LooseInputHTMLAttributes } from 'preact'
import type { FormErrors } from '../platform/http.ts'
import { useWords } from './words.tsx'

export interface FieldProps {
  name: string
  /** Where two forms of a page have a field of this name: another id than its name. */
  id?: string
  label: string
  hint?: string
  errors?: FormErrors | null
  value?: string | undefined
}

function Labelled(
  props: FieldProps & { children: (describedBy: string | undefined, invalid: boolean) => ComponentChildren },
) {
  const { name, id = name } = props
  const error = props.errors?.fields[name]
  const ids = [props.hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ')
  return (
    <div class={error ? 'field in-error' : 'field'}>
      <label for={id}>{props.label}</label>
      {props.hint && (
        <p class="hint" id={`${id}-hint`}>
          {props.hint}
        </p>
      )}
      {error && (
        <p class="error" id={`${id}-error`}>
          {error}
        </p>
      )}
      {props.children(ids || undefined, Boolean(error))}
    </div>
  )
}

type InputAttributes = Pick<
  LooseInputHTMLAttributes<HTMLInputElement>,
  | 'required'
  | 'autocomplete'
  | 'minlength'
  | 'maxlength'
  | 'inputmode'
  | 'pattern'
  | 'dir'
  | 'lang'
  | 'min'
  | 'max'
  | 'spellcheck'
  | 'autofocus'
  | 'readonly'
> & {
  /** The id of a datalist: what it offers, and whatever else somebody types. */
  list?: string
}
type InputType = 'text' | 'email' | 'password' | 'url' | 'date' | 'search' | 'number'

export function TextField(props: FieldProps & InputAttributes & { type?: InputType }) {
  const { name, id = name, label, hint, errors, value, type = 'text', list, ...rest } = props
  return (
    <Labelled {...{ name, id, label, hint, errors }}>
      {(describedBy, invalid) => (
        <input
          {...rest}
          type={type as 'text'}
          {...(list !== undefined && { list })}
          id={id}
          name={name}
          value={value}
          aria-describedby={describedBy}
          aria-invalid={invalid || undefined}
        />
      )}
    </Labelled>
  )
}

export function LongTextField(
  props: FieldProps & { rows?: number; required?: boolean; maxlength?: number; dir?: 'auto'; lang?: string },
) {
  const { name, id = name, label, hint, errors, value, ...rest } = props
  return (
    <Labelled {...{ name, id, label, hint, errors }}>
      {(describedBy, invalid) => (
        <textarea {...rest} id={id} name={name} aria-describedby={describedBy} aria-invalid={invalid || undefined}>
          {value}
        </textarea>
      )}
    </Labelled>
  )
}

type FileAttributes = Pick<LooseInputHTMLAttributes<HTMLInputElement>, 'required' | 'accept'>

/** A file goes back to nobody: after an error it is chosen again. */
export function FileField(props: Omit<FieldProps, 'value'> & FileAttributes) {
  const { name, id = name, label, hint, errors, ...rest } = props
  return (
    <Labelled {...{ name, id, label, hint, errors }}>
      {(describedBy, invalid) => (
        <input
          {...rest}
          type="file"
          id={id}
          name={name}
          aria-describedby={describedBy}
          aria-invalid={invalid || undefined}
        />
      )}
    </Labelled>
  )
}

export interface Choice {
  value: string
  label: string
}

export function SelectField(props: FieldProps & { choices: Choice[]; required?: boolean }) {
  const { name, id = name, label, hint, errors, value, choices, ...rest } = props
  return (
    <Labelled {...{ name, id, label, hint, errors }}>
      {(describedBy, invalid) => (
        <select {...rest} id={id} name={name} aria-describedby={describedBy} aria-invalid={invalid || undefined}>
          {choices.map(choice => (
            <option key={choice.value} value={choice.value} selected={choice.value === value}>
              {choice.label}
            </option>
          ))}
        </select>
      )}
    </Labelled>
  )
}

interface TickProps extends Omit<FieldProps, 'value'> {
  checked?: boolean
  required?: boolean
}

/** One box to tick: what is agreed to stands behind it, what is wrong before it, what it means beneath. */
export function TickField({ name, id = name, label, hint, errors, checked, required }: TickProps) {
  const error = errors?.fields[name]
  const describedBy = [error && `${id}-error`, hint && `${id}-hint`].filter(Boolean).join(' ')
  return (
    <div class={error ? 'field in-error' : 'field'}>
      {error && (
        <p class="error" id={`${id}-error`}>
          {error}
        </p>
      )}
      <p class="choice">
        <input
          type="checkbox"
          id={id}
          name={name}
          value="yes"
          checked={checked}
          required={required}
          aria-describedby={describedBy || undefined}
          aria-invalid={error ? true : undefined}
        />
        <label for={id}>{label}</label>
      </p>
      {hint && (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </div>
  )
}

interface SummaryProps {
  errors: FormErrors | null | undefined
  /** Where a field's id is not its name. */
  idOf?: (name: string) => string
}

/** At the top of a form that came back: how many things to mend, each a link to its field. */
export function ErrorSummary({ errors, idOf = name => name }: SummaryProps) {
  const { t } = useWords()
  const entries = Object.entries(errors?.fields ?? {})
  if (!entries.length) return null
  return (
    <div class="error-summary" role="alert">
      <p>{t('form.errors', { count: entries.length })}</p>
      <ul>
        {entries.map(([name, sentence]) => (
          <li key={name}>{name ? <a href={'#' + idOf(name)}>{sentence}</a> : sentence}</li>
        ))}
      </ul>
    </div>
  )
}

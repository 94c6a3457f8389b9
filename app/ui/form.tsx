/** Form parts: a label, a hint before the input, the error beside it, what was typed kept. They work without JavaScript. */
import type { ComponentChildren, LooseInputHTMLAttributes } from 'preact'
import type { FormErrors } from '../platform/http.ts'
import { useWords } from './words.tsx'

export interface FieldProps {
  name: string
  label: string
  hint?: string
  errors?: FormErrors | null
  value?: string | undefined
}

function Labelled(
  props: FieldProps & { children: (describedBy: string | undefined, invalid: boolean) => ComponentChildren },
) {
  const error = props.errors?.fields[props.name]
  const ids = [props.hint && `${props.name}-hint`, error && `${props.name}-error`].filter(Boolean).join(' ')
  return (
    <div class={error ? 'field in-error' : 'field'}>
      <label for={props.name}>{props.label}</label>
      {props.hint && (
        <p class="hint" id={`${props.name}-hint`}>
          {props.hint}
        </p>
      )}
      {error && (
        <p class="error" id={`${props.name}-error`}>
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
>
type InputType = 'text' | 'email' | 'password' | 'url' | 'date' | 'search' | 'number'

export function TextField(props: FieldProps & InputAttributes & { type?: InputType }) {
  const { name, label, hint, errors, value, type = 'text', ...rest } = props
  return (
    <Labelled {...{ name, label, hint, errors }}>
      {(describedBy, invalid) => (
        <input
          {...rest}
          type={type as 'text'}
          id={name}
          name={name}
          value={value}
          aria-describedby={describedBy}
          aria-invalid={invalid || undefined}
        />
      )}
    </Labelled>
  )
}

export function LongTextField(props: FieldProps & { rows?: number; required?: boolean; dir?: 'auto'; lang?: string }) {
  const { name, label, hint, errors, value, ...rest } = props
  return (
    <Labelled {...{ name, label, hint, errors }}>
      {(describedBy, invalid) => (
        <textarea {...rest} id={name} name={name} aria-describedby={describedBy} aria-invalid={invalid || undefined}>
          {value}
        </textarea>
      )}
    </Labelled>
  )
}

export interface Choice {
  value: string
  label: string
}

export function SelectField(props: FieldProps & { choices: Choice[]; required?: boolean }) {
  const { name, label, hint, errors, value, choices, ...rest } = props
  return (
    <Labelled {...{ name, label, hint, errors }}>
      {(describedBy, invalid) => (
        <select {...rest} id={name} name={name} aria-describedby={describedBy} aria-invalid={invalid || undefined}>
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

/** At the top of a form that came back: how many things to mend, each a link to its field. */
export function ErrorSummary({ errors }: { errors: FormErrors | null | undefined }) {
  const { t } = useWords()
  const entries = Object.entries(errors?.fields ?? {})
  if (!entries.length) return null
  return (
    <div class="error-summary" role="alert">
      <p>{t('form.errors', { count: entries.length })}</p>
      <ul>
        {entries.map(([name, sentence]) => (
          <li key={name}>{name ? <a href={'#' + name}>{sentence}</a> : sentence}</li>
        ))}
      </ul>
    </div>
  )
}

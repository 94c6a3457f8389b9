/** Signing in with a passkey, and adding one: the browser's dialogue between two questions to the server. */
import type { ToldToScript } from './passkeys.tsx'

/** An answer that was refused: what to tell the person. */
class Refused extends Error {}

const told = JSON.parse(document.getElementById('passkey-told')?.textContent ?? '{}') as ToldToScript

async function ask<T>(path: string, body?: object): Promise<T> {
  const response = await fetch(`/api/auth/passkey/${path}`, {
    method: body ? 'POST' : 'GET',
    headers: body ? { 'content-type': 'application/json' } : {},
    ...(body && { body: JSON.stringify(body) }),
  })
  if (response.status === 429) throw new Refused(told.tooMany)
  if (response.status === 401 || response.status === 403) throw new Refused(body ? told.failed : told.stale)
  if (!response.ok) throw new Refused(told.failed)
  return (await response.json()) as T
}

async function signIn() {
  const options = await ask<PublicKeyCredentialRequestOptionsJSON>('generate-authenticate-options')
  const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON({ ...options, userVerification: 'required' })
  const credential = (await navigator.credentials.get({ publicKey })) as PublicKeyCredential
  await ask('verify-authentication', { response: credential.toJSON() })
  location.assign(told.to)
}

async function add() {
  const { value: name } = document.getElementById('passkey-name') as HTMLInputElement
  const options = await ask<PublicKeyCredentialCreationOptionsJSON>('generate-register-options')
  const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(options)
  const credential = (await navigator.credentials.create({ publicKey })) as PublicKeyCredential
  await ask('verify-registration', { response: credential.toJSON(), name })
  location.assign(`${told.to}?done=passkey`)
}

function offer(id: string, event: 'click' | 'submit', act: () => Promise<void>) {
  const place = document.getElementById(id)
  if (!place) return
  place.hidden = false
  const error = place.querySelector<HTMLElement>('.error')!
  const button = place.querySelector('button')!
  const source = event === 'click' ? button : place
  source.addEventListener(event, async e => {
    e.preventDefault()
    error.hidden = true
    button.disabled = true
    try {
      await act()
    } catch (reason) {
      // The person closed the dialogue: she knows.
      if (!(reason instanceof DOMException && reason.name === 'NotAllowedError')) {
        error.textContent = reason instanceof Refused ? reason.message : told.failed
        error.hidden = false
      }
    }
    button.disabled = false
  })
}

if ('PublicKeyCredential' in window && 'parseRequestOptionsFromJSON' in PublicKeyCredential) {
  offer('passkey-sign-in', 'click', signIn)
  offer('passkey-add', 'submit', add)
}

/** The drop area: a file dropped on it is sent at once, and it says how much has arrived. Without this script it is a plain form. */

function offerDrop(form: HTMLFormElement) {
  const input = form.querySelector<HTMLInputElement>('input[type=file]')!
  const error = form.querySelector<HTMLElement>('.error')!
  const button = form.querySelector('button')!
  const arriving = form.querySelector<HTMLElement>('.arriving')!
  const sentence = arriving.querySelector('p')!
  const bar = arriving.querySelector('progress')!
  const { largest, tooLarge = '', broken = '', arriving: sending = '' } = form.dataset
  form.querySelector<HTMLElement>('.or-drop')!.hidden = false

  function say(text: string) {
    error.textContent = text
    error.hidden = !text
    arriving.hidden = true
    button.disabled = false
    if (text) input.setAttribute('aria-invalid', 'true')
    else input.removeAttribute('aria-invalid')
  }

  function send() {
    const file = input.files?.[0]
    if (!file) return
    say('')
    if (file.size > Number(largest)) return say(tooLarge)
    button.disabled = true
    arriving.hidden = false
    sentence.textContent = sending
    bar.value = 0
    const request = new XMLHttpRequest()
    request.open('POST', form.action)
    request.setRequestHeader('Accept', 'application/json')
    request.upload.onprogress = ({ loaded, total }) => (bar.value = total ? loaded / total : 0)
    request.onerror = () => say(broken)
    request.onload = () => {
      try {
        const answer = JSON.parse(request.responseText) as { to?: string; sentence?: string }
        if (answer.to) location.assign(answer.to)
        else say(answer.sentence ?? broken)
      } catch {
        say(broken)
      }
    }
    request.send(new FormData(form))
  }

  form.addEventListener('submit', event => {
    event.preventDefault()
    send()
  })
  // What is dropped beside the area must not replace the page.
  for (const type of ['dragover', 'drop'] as const) window.addEventListener(type, event => event.preventDefault())
  form.addEventListener('dragover', () => form.classList.add('over'))
  form.addEventListener('dragleave', event => {
    if (!form.contains(event.relatedTarget as Node | null)) form.classList.remove('over')
  })
  form.addEventListener('drop', event => {
    form.classList.remove('over')
    if (!event.dataTransfer?.files.length || button.disabled) return
    input.files = event.dataTransfer.files
    send()
  })
}

document.querySelectorAll<HTMLFormElement>('form.drop').forEach(offerDrop)

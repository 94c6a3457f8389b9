import { once } from 'node:events'
import { createServer, type Server } from 'node:net'
import { createInterface } from 'node:readline'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openMail, withoutAddresses } from './mail.ts'

const message = { to: 'amina@example.org', subject: 'Votre accès', text: 'https://promises.example.org/welcome/abc\n' }
const received: string[] = []
let server: Server
let url = ''

/** As much of SMTP (RFC 5321) as taking one message needs. */
beforeAll(async () => {
  server = createServer(socket => {
    const say = (line: string) => socket.write(`${line}\r\n`)
    let inMessage = false
    say('220 mail.example.org')
    createInterface(socket).on('line', line => {
      received.push(line)
      if (line === '.') inMessage = false
      if (inMessage) return
      inMessage = line === 'DATA'
      say(inMessage ? '354 go on' : line === 'QUIT' ? '221 bye' : '250 fine')
    })
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address && typeof address === 'object') url = `smtp://127.0.0.1:${address.port}`
})
afterAll(() => server.close())

test('mail goes to the server in MAIL_URL, from the sender in MAIL_FROM', async () => {
  const mail = openMail({ url, from: 'WPS Monitor <wps@example.org>' })
  expect(mail.configured).toBe(true)
  await mail.send(message)
  mail.close()
  expect(received).toContain('MAIL FROM:<wps@example.org>')
  expect(received).toContain('RCPT TO:<amina@example.org>')
  expect(received).toContain('https://promises.example.org/welcome/abc')
})

test('a server that is not there is an error, so that the job tries again', async () => {
  const mail = openMail({ url: 'smtp://127.0.0.1:1', from: 'wps@example.org' })
  await expect(mail.send(message)).rejects.toThrow('ECONNREFUSED')
  mail.close()
})

test('without a mail server the pages know that they must show the link', async () => {
  const mail = openMail(null)
  expect(mail.configured).toBe(false)
  await expect(mail.send(message)).rejects.toThrow('MAIL_URL is not set')
})

test.each([
  ['evil.example.com', 'evil. example. com'],
  ['Win at evil.example/now', 'Win at evil. example/now'],
  ['Write to us@evil.example', 'Write to us@ evil. example'],
  ['ftp://evil', 'ftp: //evil'],
  ['شبكة.السلام', 'شبكة. السلام'],
  ['evil．example', 'evil． example'],
  ['Change.org', 'Change. org'],
  ['U.N. Women, St. Mary’s', 'U.N. Women, St. Mary’s'],
  ['Réseau 1.5 – femmes', 'Réseau 1.5 – femmes'],
])('in a letter the words of a stranger, "%s", become no link', (words, broken) => {
  expect(withoutAddresses(words)).toBe(broken)
})

/** AWS Signature Version 4, as far as an object store asks for it. */
import { createHash, createHmac } from 'node:crypto'

export interface Signer {
  region: string
  accessKeyId: string
  secretAccessKey: string
}

/**
 * The headers of a signed request.
 * @param contentSha256 the digest of the body, in hexadecimal
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/sig-v4-header-based-auth.html
 */
export function signed(
  method: string,
  url: URL,
  contentSha256: string,
  { region, accessKeyId, secretAccessKey }: Signer,
  { headers = {}, at = new Date() }: { headers?: Record<string, string>; at?: Date } = {},
): Record<string, string> {
  const time = at.toISOString().replace(/[-:]|\.\d+/g, '')
  const day = time.slice(0, 8)
  const scope = `${day}/${region}/s3/aws4_request`

  const all: Record<string, string> = {
    ...headers,
    host: url.host,
    'x-amz-content-sha256': contentSha256,
    'x-amz-date': time,
  }
  const names = Object.keys(all).sort()
  const query = [...url.searchParams].map(pair => pair.map(encode).join('=')).sort()
  const request = [
    method,
    url.pathname,
    query.join('&'),
    ...names.map(name => `${name}:${all[name]?.trim()}`),
    '',
    names.join(';'),
    contentSha256,
  ].join('\n')
  const toSign = ['AWS4-HMAC-SHA256', time, scope, sha256(request)].join('\n')

  const key = [day, region, 's3', 'aws4_request'].reduce<string | Buffer>(hmac, `AWS4${secretAccessKey}`)
  const signature = hmac(key, toSign).toString('hex')
  // fetch sets the host itself.
  const { host: _, ...sent } = all
  return {
    ...sent,
    authorization: `AWS4-HMAC-SHA256 Credential=${accessKeyId}/${scope},SignedHeaders=${names.join(';')},Signature=${signature}`,
  }
}

export function sha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex')
}

function hmac(key: string | Buffer, text: string): Buffer {
  return createHmac('sha256', key).update(text).digest()
}

/** RFC 3986: encodeURIComponent leaves five characters that AWS wants encoded. */
function encode(text: string): string {
  return encodeURIComponent(text).replace(/[!'()*]/g, char => `%${char.charCodeAt(0).toString(16).toUpperCase()}`)
}

/** Accounts and invitations: what a form must hold, which roles there are, how a device is called. Pure. */
import { z } from 'zod'
import { ROLES, type Role } from '../../platform/http.ts'
import { LONGEST_PASSWORD, SHORTEST_PASSWORD } from '../../platform/sign-in-library.ts'

/** How long an invitation is good for. */
export const INVITATION_DAYS = 7
export const inDays = (days: number): Date => new Date(Date.now() + days * 86_400_000)

/** A link's secret, as `newToken` makes it. */
export const Token = z.string().regex(/^[\w-]{43}$/)

export const Name = z.string('form.needed').trim().min(1, 'form.needed').max(200, 'form.too-long')
/** RFC 5321 has no longer ones. */
const LONGEST_EMAIL = 254
export const Email = z
  .string('form.needed')
  .trim()
  .toLowerCase()
  .max(LONGEST_EMAIL, 'form.too-long')
  .pipe(z.email('account.email.wrong'))
export const CurrentPassword = z.string('form.needed').min(1, 'form.needed').max(LONGEST_PASSWORD, 'form.too-long')
export const NewPassword = z
  .string('form.needed')
  .min(SHORTEST_PASSWORD, 'account.password.short')
  .max(LONGEST_PASSWORD, 'form.too-long')
  .refine(password => new Set(password.toLowerCase()).size >= 5, 'account.password.simple')
export const RoleName = z.enum(ROLES as [Role, ...Role[]])

/** A code of an authenticator app (six digits), or else a backup code ('a1B2c-3D4e5'). Spaces that help reading do not count. */
export function readCode(typed: string): { kind: 'totp' | 'backup'; code: string } {
  const code = typed.replace(/\s/g, '')
  return /^\d{6}$/.test(code) ? { kind: 'totp', code } : { kind: 'backup', code }
}

/** The secret of an otpauth: address in groups of four, for typing it off. */
export const secretOf = (totpUri: string): string =>
  (new URLSearchParams(totpUri.split('?')[1]).get('secret') ?? '').replace(/(.{4})(?=.)/g, '$1 ')

const BROWSERS: [RegExp, string][] = [
  [/Edg(e|A|iOS)?\//, 'Edge'],
  [/OPR\/|Opera/, 'Opera'],
  [/SamsungBrowser\//, 'Samsung Internet'],
  [/Firefox\/|FxiOS\//, 'Firefox'],
  [/Chrome\/|CriOS\//, 'Chrome'],
  [/Safari\//, 'Safari'],
]
const SYSTEMS: [RegExp, string][] = [
  [/Android/, 'Android'],
  [/iPhone|iPad|iPod/, 'iOS'],
  [/Windows/, 'Windows'],
  [/Mac OS X|Macintosh/, 'macOS'],
  [/CrOS/, 'ChromeOS'],
  [/Linux/, 'Linux'],
]

/** 'Firefox, Android', as far as the browser says; null where it says nothing that is known. */
export function deviceOf(userAgent: string | null): string | null {
  const known = [BROWSERS, SYSTEMS].map(list => list.find(([pattern]) => pattern.test(userAgent ?? ''))?.[1])
  return known.filter(Boolean).join(', ') || null
}

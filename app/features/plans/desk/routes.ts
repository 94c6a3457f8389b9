/** The desk's addresses: what waits, a plan taken in, read, described, published, taken back, removed. */
import type { Hono } from 'hono'
import type { Env } from '../../../platform/http.ts'

export function deskRoutes(_app: Hono<Env>) {}
